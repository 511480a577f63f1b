import { type CooperationRefusal, type Optional, unless } from "../error/refusal";
import { dayAfter } from "../day/day";
import { checkAgency, checkCountry } from "../rules/area.rules";
import { checkOptionalText, checkText } from "../rules/text.rules";
import { checkDates, checkOrder, checkPast, checkPeriod } from "../rules/time.rules";
import type { WorkPlan } from "../work-plan/work-plan";
import type { Project } from "./project";
import { nextStates, ProjectState } from "./project-state";

/** What is said of a project that is proposed. */
export interface ProjectValues {
  readonly title: string;
  readonly leadCountry: string;
  readonly leadAgency?: Optional<string>;
  readonly proposedOn: string;
  readonly from?: Optional<string>;
  readonly to?: Optional<string>;
  readonly note?: Optional<string>;
}

/** The rules that a project must keep by itself. */
export function checkProject(values: ProjectValues, today: string): CooperationRefusal[] {
  const { title, leadCountry, leadAgency, proposedOn, from, to, note } = values;
  const onProposal = { from: proposedOn, to: dayAfter(proposedOn) };
  return [
    ...checkText(title, "title"),
    ...checkCountry(leadCountry, "leadCountry"),
    ...checkAgency(leadAgency, leadCountry, onProposal, "leadAgency"),
    ...checkDates({ proposedOn, from, to }),
    ...checkPast(proposedOn, today, "proposedOn"),
    ...unless(
      from != null || to == null,
      "INVALID_PERIOD",
      `Expected the first day planned where the end is, received only ${to ?? ""}.`,
      "from",
    ),
    ...(from == null ? [] : checkPeriod(from, to)),
    ...checkOptionalText(note, "note", "lines"),
  ];
}

/** The day of the proposal and the time planned lie in the time of the work plan. */
export function checkWithinPlan(
  { proposedOn, from, to }: Pick<ProjectValues, "proposedOn" | "from" | "to">,
  plan: WorkPlan,
): CooperationRefusal[] {
  const inTime = proposedOn >= plan.from && (plan.to === null || proposedOn < plan.to);
  const early = from != null && from < plan.from;
  const last = to ?? (from == null ? null : dayAfter(from));
  const late = last !== null && plan.to !== null && last > plan.to;
  const message = (received: string) =>
    `Expected days of the work plan, ${plan.from} to ${plan.to ?? "open"}, received ${received}.`;
  return [
    ...unless(inTime, "OUTSIDE_WORK_PLAN", message(proposedOn), "proposedOn"),
    ...unless(!early, "OUTSIDE_WORK_PLAN", message(from ?? ""), "from"),
    ...unless(!late, "OUTSIDE_WORK_PLAN", message(to ?? from ?? ""), to == null ? "from" : "to"),
  ];
}

/** A step of a project. */
export interface ProjectStep {
  readonly state: ProjectState;
  readonly on: string;
  readonly reason?: Optional<string>;
}

/** A project may take a step: its state allows it, it is not dated before the last one, and a reason is given if needed. */
export function checkStep(
  { state: before, stateSince }: Pick<Project, "state" | "stateSince">,
  { state, on, reason }: ProjectStep,
  today: string,
): CooperationRefusal[] {
  const allowed = nextStates[before];
  const expected = allowed.length === 0 ? "no further step" : allowed.join(" or ");
  return [
    ...unless(
      allowed.includes(state),
      "ILLEGAL_STATE_CHANGE",
      `Expected ${expected} after ${before}, received ${state}.`,
      "state",
    ),
    ...checkDates({ on }),
    ...checkPast(on, today, "on"),
    ...checkOrder(on, stateSince, "on"),
    ...unless(
      state !== ProjectState.CANCELLED || reason != null,
      "REASON_REQUIRED",
      "Expected the reason for which the project is cancelled, received none.",
      "reason",
    ),
    ...checkOptionalText(reason, "reason", "lines"),
  ];
}
