import { type CooperationRefusal, type Optional, unless } from "../error/refusal";
import { checkOptionalText, checkText } from "../rules/text.rules";
import { checkDates, checkPeriod } from "../rules/time.rules";
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
    ...checkDates({ from, to }),
    ...checkPeriod(from, to),
    ...checkOptionalText(note, "note", "lines"),
  ];
}

/**
 * A work plan may end on a day: it has not ended yet, began before, and none of its projects was
 * proposed, took a step or is planned on a day `last` or later.
 */
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
    ...checkDates({ on }),
    ...checkPeriod(from, on, "on"),
    ...unless(
      last === null || last <= on,
      "OUTSIDE_WORK_PLAN",
      `Expected a day not before ${last ?? ""}, until which a project was proposed, took a step or is planned, received ${on}.`,
      "on",
    ),
  ];
}
