import { recordById } from "../loader/record-by-id";
import { WorkPlan } from "./work-plan";

/** Work plans by id; `null` for an id without one. */
export const workPlanById = recordById(WorkPlan, "workPlanById");
