import { z } from "zod";
import { shown } from "../../subgraphs/kit/errors";
import { strictObject } from "../../subgraphs/kit/strict-object";
import { ofEachOfficer, isRole, type Role, roles } from "../access/roles";

/** What one request of a caller may take, how many of them there may be, and how many of all such callers. */
export interface Budget {
  /**
   * The most that an operation is permitted to cost, estimated before it runs: about one for each object of the answer.
   */
  readonly cost: number;
  /** How deep fields may lie. */
  readonly depth: number;
  /** How many aliases a document may have. */
  readonly aliases: number;
  /** How many directives a document may have. */
  readonly directives: number;
  /** The most fields of data of an operation with its fragments expanded: planning takes time for each. */
  readonly fields: number;
  /** How many tokens a document may have; a large introspection query has about 300. */
  readonly tokens: number;
  readonly requestsPerMinute: number;
  /** How many requests of one caller can be under way at once. */
  readonly requestsAtOnce: number;
  /** How many requests of all callers of the role together a gateway process works on at once; others wait. */
  readonly places: number;
}

/** The budget of every role. */
export type Budgets = Readonly<Record<Role, Budget>>;

const everybody: Budget = {
  cost: 25_000,
  depth: 12,
  aliases: 15,
  directives: 20,
  fields: 150,
  tokens: 1_500,
  requestsPerMinute: 60,
  requestsAtOnce: 8,
  places: 2,
};

const analyst: Budget = {
  cost: 250_000,
  depth: 15,
  aliases: 50,
  directives: 50,
  fields: 1_000,
  tokens: 4_000,
  requestsPerMinute: 120,
  requestsAtOnce: 8,
  places: 2,
};

const officer: Budget = {
  cost: 500_000,
  depth: 15,
  aliases: 50,
  directives: 50,
  fields: 1_000,
  tokens: 4_000,
  requestsPerMinute: 600,
  requestsAtOnce: 32,
  places: 200,
};

/** The budgets where nothing else is said. */
export const usualBudgets: Budgets = {
  public: everybody,
  municipality: everybody,
  analyst,
  ...ofEachOfficer(() => officer),
  app: { ...officer, requestsPerMinute: 1_200, requestsAtOnce: 64 },
};

const limit = z
  .int("expected a whole number of at least 1")
  .min(1, "expected a whole number of at least 1");

const budgetChanges = strictObject({
  cost: limit,
  depth: limit,
  aliases: limit,
  directives: limit,
  fields: limit,
  tokens: limit,
  requestsPerMinute: limit,
  requestsAtOnce: limit,
  places: limit,
} satisfies Record<keyof Budget, z.ZodType>).partial();

const changes = strictObject(
  Object.fromEntries(roles.map((role) => [role, budgetChanges])) as Record<
    Role,
    typeof budgetChanges
  >,
).partial();

/**
 * Reads changes to the usual budgets, as `{"public":{"cost":5000}}`. What is not named stays as it is.
 *
 * @returns the budgets, or what is wrong with the text
 */
export function parseBudgets(text: string): Budgets | string {
  const expected = `expected JSON such as {"public":{"cost":5000}}`;
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return `${expected}, received ${shown(text)}`;
  }
  const { data, error } = changes.safeParse(given);
  if (error) {
    const [issue] = error.issues;
    const place = issue?.path.length ? ` at ${issue.path.join(".")}` : "";
    return `${expected}, received ${shown(given)}:${place} ${issue?.message ?? "not that"}`;
  }
  return Object.fromEntries(
    roles.map((role) => [role, { ...usualBudgets[role], ...data[role] }]),
  ) as Budgets;
}

/** The budget of a caller with these roles: the most generous value of each limit. */
export function budgetOf(budgets: Budgets, callerRoles: readonly string[]): Budget {
  const own = callerRoles.filter(isRole).map((role) => budgets[role]);
  const [only = budgets.public, ...others] = own;
  if (others.length === 0) return only;
  const most = (name: keyof Budget) => Math.max(...own.map((budget) => budget[name]));
  return {
    cost: most("cost"),
    depth: most("depth"),
    aliases: most("aliases"),
    directives: most("directives"),
    fields: most("fields"),
    tokens: most("tokens"),
    requestsPerMinute: most("requestsPerMinute"),
    requestsAtOnce: most("requestsAtOnce"),
    places: most("places"),
  };
}
