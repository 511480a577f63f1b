import { datesInRange, inRange } from "../../catalog/rules/day.rules";
import { periodRule } from "../../kit/rules/day.rules";
import type { Rules } from "../../kit/rules/rule";
import { nameRule, optionalNoteRule } from "../../kit/rules/text.rules";
import type { CooperationErrorCode } from "../record/cooperation-error-code";
import type { WorkPlan } from "./work-plan";

/** What is said of a work plan. */
export interface WorkPlanValues {
  readonly title: string;
  readonly from: string;
  readonly to?: string | null | undefined;
  readonly note?: string | null | undefined;
}

/** The rules that a work plan must keep by itself. */
export function workPlanRules(values: WorkPlanValues): Rules<CooperationErrorCode> {
  const { title, from, to, note } = values;
  return [
    nameRule(title, "title"),
    datesInRange({ from, to }),
    periodRule(from, to),
    optionalNoteRule(note, "note"),
  ];
}

/**
 * A work plan can end on a day: it has not ended yet, began before, and none of its projects was
 * proposed, took a step or is planned on a day `last` or later.
 */
export function workPlanEndRules(
  { from, to }: WorkPlan,
  on: string,
  last: string | null,
  today: string,
): Rules<CooperationErrorCode> {
  return [
    {
      holds: to === null || to > today,
      code: "ALREADY_ENDED",
      message: `Expected a work plan that has not ended, received one that ended ${to ?? ""}.`,
      at: "id",
    },
    inRange(on, "on"),
    periodRule(from, on, "on"),
    {
      holds: last === null || last <= on,
      code: "OUTSIDE_WORK_PLAN",
      message: `Expected a day not before ${last ?? ""}, until which a project was proposed, took a step or is planned, received ${on}.`,
      at: "on",
    },
  ];
}
