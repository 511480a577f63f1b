import { DeclaredList } from "../../kit/record/declared-list";
import { WorkPlan } from "./work-plan";

/** All work plans, earliest first. */
export const workPlans = new DeclaredList(WorkPlan, {
  plural: "work plans",
  without: ["from", "to"],
  orderings: { FROM: { description: "By first day.", sql: "t.from_date", type: "date" } },
  order: ["FROM"],
  asOf: (day) => `(t.from_date <= ${day} AND (t.to_date IS NULL OR t.to_date > ${day}))`,
  known: { table: "work_plan" },
});
