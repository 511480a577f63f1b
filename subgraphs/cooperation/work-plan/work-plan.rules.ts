import { type CooperationRefusal, type Optional, unless } from "../error/refusal";
import { checkOptionalText, checkText, longestNote } from "../rules/text.rules";
import { checkPeriod } from "../rules/time.rules";
import type { WorkPlan } from "./work-plan";

/** What is said of a work plan. */
export interface WorkPlanValues {
  readonly title: string;
  readonly from: string;
  readonly to?: Optional<string>;
  readonly note?: Optional<string>;
}

/** The rules that a work plan must keep by itself. */
export function checkWorkPlan({ title, from, to, note }: WorkPlanValues): CooperationRefusal[] {
  return [
    ...checkText(title, "title"),
    ...checkPeriod(from, to),
    ...checkOptionalText(note, "note", longestNote),
  ];
}

/** A work plan may end on a day: it has not ended yet, began before, and `last` of its projects is planned no later. */
export function checkWorkPlanEnd(
  { from, to }: WorkPlan,
  on: string,
  last: string | null,
  today: string,
): CooperationRefusal[] {
  return [
    ...unless(
      to === null || to > today,
      "ALREADY_ENDED",
      `Expected a work plan that has not ended, received one that ended ${to ?? ""}.`,
      "id",
    ),
    ...checkPeriod(from, on, "on"),
    ...unless(
      last === null || last <= on,
      "OUTSIDE_WORK_PLAN",
      `Expected a day not before ${last ?? ""}, until which a project is planned or was proposed, received ${on}.`,
      "on",
    ),
  ];
}
