import { fieldsOf, queries } from "../../kit/record/declared-fields";
import { oneKnownByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { Network } from "../network/network";
import { records } from "../record/policies";
import { WorkPlan } from "./work-plan";
import { workPlanChanges } from "./work-plan.changes";
import { workPlans } from "./work-plan.list";

const ofNetwork = workPlans.by("network_code");
const codeOf = ({ code }: Network) => code;

/** What networks have agreed to work on. */
export const workPlanModule: Module = {
  entities: [WorkPlan],
  resolvers: [
    queries({
      workPlan: oneKnownByKey(
        WorkPlan,
        "The work plan with this id; null where there is none.",
        "Its id.",
      ),
      workPlans: workPlans.onDay({
        description: "The work plans of all networks that hold on a day.",
      }),
      workPlanHistory: workPlans.all({
        description: "All work plans: past, present and future.",
      }),
    }),
    fieldsOf(Network, {
      workPlans: ofNetwork.onDay(codeOf, {
        nullable: false,
        description: "Its work plans that hold on a day.",
      }),
      workPlanHistory: ofNetwork.all(codeOf, {
        nullable: false,
        description: "All its work plans: past, present and future.",
      }),
    }),
    workPlanChanges,
  ],
  access: { WorkPlan: records },
  writable: { work_plan: "INSERT, UPDATE" },
};
