import { agencyRules, countryRule } from "../../catalog/rules/area.rules";
import { datesInRange, hasHappened } from "../../catalog/rules/day.rules";
import { notBefore, notInFuture, periodRule } from "../../kit/rules/day.rules";
import { dayAfter, holdsOn } from "../../kit/rules/period";
import type { Rules } from "../../kit/rules/rule";
import { nameRule, optionalNoteRule } from "../../kit/rules/text.rules";
import type { CooperationErrorCode } from "../record/cooperation-error-code";
import { type Project, ProjectState } from "./project";
import type { WorkPlan } from "./work-plan";

/** What is said of a project that is proposed. */
export interface ProjectValues {
  readonly title: string;
  readonly leadCountry: string;
  readonly leadAgency?: string | null | undefined;
  readonly proposedOn: string;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly note?: string | null | undefined;
}

/** The rules that a project must keep by itself. */
export function projectRules(values: ProjectValues, today: string): Rules<CooperationErrorCode> {
  const { title, leadCountry: country, leadAgency, proposedOn, from, to, note } = values;
  const period = { from: proposedOn, to: dayAfter(proposedOn) };
  const foreign = "AGENCY_OF_ANOTHER_COUNTRY";
  return [
    nameRule(title, "title"),
    countryRule(country, "leadCountry"),
    agencyRules(leadAgency, "leadAgency", { country, foreign, period }),
    datesInRange({ proposedOn, from, to }),
    notInFuture(proposedOn, today, "proposedOn"),
    {
      holds: from != null || to == null,
      code: "INVALID_PERIOD",
      message: `Expected the first day planned where the end is, received only ${to ?? ""}.`,
      at: "from",
    },
    from == null ? [] : periodRule(from, to),
    optionalNoteRule(note, "note"),
  ];
}

/** The day of the proposal and the time planned lie in the time of the work plan. */
export function withinPlanRules(
  { proposedOn, from, to }: Pick<ProjectValues, "proposedOn" | "from" | "to">,
  plan: WorkPlan,
): Rules<CooperationErrorCode> {
  const end = to ?? (from == null ? null : dayAfter(from));
  const inPlan = (holds: boolean, day: string | null | undefined, at: string) => ({
    holds,
    code: "OUTSIDE_WORK_PLAN" as const,
    message: `Expected days of the work plan, ${plan.from} to ${plan.to ?? "open"}, received ${day ?? ""}.`,
    at,
  });
  return [
    inPlan(holdsOn(proposedOn, plan), proposedOn, "proposedOn"),
    inPlan(from == null || from >= plan.from, from, "from"),
    inPlan(
      end === null || plan.to === null || end <= plan.to,
      to ?? from,
      to == null ? "from" : "to",
    ),
  ];
}

/** Which states can follow each. */
export const nextStates: Readonly<Record<ProjectState, readonly ProjectState[]>> = {
  PROPOSED: [ProjectState.APPROVED, ProjectState.CANCELLED],
  APPROVED: [ProjectState.ONGOING, ProjectState.CANCELLED],
  ONGOING: [ProjectState.COMPLETED, ProjectState.CANCELLED],
  COMPLETED: [],
  CANCELLED: [],
};

/** Whether only a country that belongs to the network leads a project into this state. */
export function needsMembership(state: ProjectState): boolean {
  return state === ProjectState.APPROVED || state === ProjectState.ONGOING;
}

/** A step of a project. */
export interface ProjectStep {
  readonly state: ProjectState;
  readonly on: string;
  readonly reason?: string | null | undefined;
}

/** A project can take a step: its state allows it, it is not dated before the last one, and a reason is given if needed. */
export function stepRules(
  { state: before, stateSince }: Pick<Project, "state" | "stateSince">,
  { state, on, reason }: ProjectStep,
  today: string,
): Rules<CooperationErrorCode> {
  const allowed = nextStates[before];
  const expected = allowed.length === 0 ? "no further step" : allowed.join(" or ");
  return [
    {
      holds: allowed.includes(state),
      code: "ILLEGAL_STATE_CHANGE",
      message: `Expected ${expected} after ${before}, received ${state}.`,
      at: "state",
    },
    hasHappened(on, today, "on"),
    notBefore(on, stateSince, "the day of the step before", "on"),
    {
      holds: state !== ProjectState.CANCELLED || reason != null,
      code: "REASON_REQUIRED",
      message: "Expected the reason for which the project is cancelled, received none.",
      at: "reason",
    },
    optionalNoteRule(reason, "reason"),
  ];
}
