import { roles } from "../../gateway/access/roles";
import { type Budgets, parseBudgets } from "../../gateway/limits/budgets";

const asOftenAsItLikes = {
  requestsPerMinute: 1_000_000,
  requestsAtOnce: 1_000_000,
  places: 1_000_000,
};

/** Budgets under which a test may ask as often as it likes, and all else is as usual. */
export const patientBudgetsText = JSON.stringify(
  Object.fromEntries(roles.map((role) => [role, asOftenAsItLikes])),
);

/** The same, and at whatever cost: the small schemas of tests do not say how long their lists are. */
export const patientBudgets = parseBudgets(
  JSON.stringify(
    Object.fromEntries(
      roles.map((role) => [role, { ...asOftenAsItLikes, cost: Number.MAX_SAFE_INTEGER }]),
    ),
  ),
) as Budgets;
