import { inRange } from "../../catalog/rules/day.rules";
import { notInFuture, periodRule } from "../../kit/rules/day.rules";
import { holdsOn, overlap, type StartedPeriod } from "../../kit/rules/period";
import type { Rule, Rules } from "../../kit/rules/rule";
import { nameRule, noteRule } from "../../kit/rules/text.rules";
import { type MunicipalityFacts, municipalityRules } from "../municipality/municipality.rules";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import type { Engagement } from "./engagement";

/** What an engagement is started with. */
export interface EngagementValues {
  readonly municipality: string;
  readonly role: string;
  readonly daysPerMonth: number;
  readonly from: string;
  readonly to?: string | null | undefined;
}

/** What must be known to start one. */
export interface EngagementFacts {
  readonly registration: StartedPeriod;
  readonly municipality: MunicipalityFacts | null;
  /** The day the municipality was granted the list, if it was. */
  readonly grantedOn: string | null;
  /** The person's engagements with the municipality in the same role, without cancelled ones. */
  readonly others: readonly StartedPeriod[];
}

/**
 * An engagement starts on a day on which the person is on the list and the municipality, which exists, has been granted
 * it; it is the only one of person, municipality and role at any time. It can be agreed in advance.
 */
export function engagementRules(
  values: EngagementValues,
  { registration, municipality, grantedOn, others }: EngagementFacts,
): Rules<RecruitmentErrorCode> {
  const { from, to = null } = values;
  const other = others.find((one) => overlap({ from, to }, one));
  return [
    municipalityRules(values.municipality, municipality, from),
    workRules(values),
    inRange(to, "to"),
    periodRule(from, to, "to"),
    {
      holds: holdsOn(from, registration),
      code: "NOT_ON_LIST",
      message: `Expected a day of the registration, from ${registration.from} to before ${registration.to ?? "an open day"}, received ${from}.`,
      at: "from",
    },
    {
      holds: grantedOn !== null && grantedOn <= from,
      code: "LIST_NOT_GRANTED",
      message: `Expected a municipality that was granted the list by ${from}, found ${grantedOn === null ? "no grant" : `a grant of ${grantedOn}`}.`,
      at: "municipality",
    },
    {
      holds: other === undefined,
      code: "ALREADY_ENGAGED",
      message: `Expected a period without an engagement of the person in this role, found one from ${other?.from ?? ""} to before ${other?.to ?? "an open day"}.`,
      at: "from",
    },
  ];
}

/** What is worked, from when on. */
export function workRules({
  role,
  daysPerMonth,
  from,
}: Pick<EngagementValues, "role" | "daysPerMonth" | "from">): Rules<RecruitmentErrorCode> {
  return [
    nameRule(role, "role"),
    {
      holds: daysPerMonth >= 1 && daysPerMonth <= 31,
      code: "DAYS_OUT_OF_RANGE",
      message: `Expected 1–31 days a month, received ${daysPerMonth}.`,
      at: "daysPerMonth",
    },
    inRange(from, "from"),
  ];
}

/** An engagement is ended once, with a reason, after its first day and earlier than agreed. The day can be in the future. */
export function endRules(
  { on, reason }: { readonly on: string; readonly reason: string },
  engagement: Pick<Engagement, "from" | "to" | "endReason" | "cancelledOn">,
  today: string,
): Rules<RecruitmentErrorCode> {
  const { from, to, endReason } = engagement;
  const isOver = endReason !== null || (to !== null && to <= today);
  return [
    notCancelled(engagement),
    {
      holds: !isOver,
      code: "ALREADY_ENDED",
      message: `Expected an engagement that goes on, found that it ends before ${to ?? ""}.`,
      at: "id",
    },
    endedInTermRule(on, { from, to: isOver ? null : to }, "on"),
    inRange(on, "on"),
    noteRule(reason, "reason"),
  ];
}

/** An engagement is ended after its first day and before its term is over. */
export function endedInTermRule(
  on: string,
  { from, to }: StartedPeriod,
  at: string,
): Rule<"INVALID_PERIOD"> {
  return {
    holds: on > from && (to === null || on < to),
    code: "INVALID_PERIOD",
    message: `Expected a day after ${from}, the first day, and before ${to ?? "any other"}, when it ends anyway, received ${on}.`,
    at,
  };
}

/** An engagement is cancelled before its first day. */
export function cancelledInTimeRule(on: string, from: string, at: string): Rule<"ALREADY_BEGUN"> {
  return {
    holds: on < from,
    code: "ALREADY_BEGUN",
    message: `Expected a day before ${from}, the first day, received ${on}. End the engagement instead.`,
    at,
  };
}

/**
 * An engagement is cancelled once, with a reason, on a day before its first. It can be recorded later, as long as the
 * engagement is not recorded to be over.
 */
export function cancellationRules(
  { on, reason }: { readonly on: string; readonly reason: string },
  engagement: Pick<Engagement, "from" | "to" | "cancelledOn">,
  today: string,
): Rules<RecruitmentErrorCode> {
  const { from, to } = engagement;
  return [
    notCancelled(engagement),
    {
      holds: to === null || to > today,
      code: "ALREADY_ENDED",
      message: `Expected an engagement that is not over, found that it ended before ${to ?? ""}.`,
      at: "id",
    },
    cancelledInTimeRule(on, from, "on"),
    inRange(on, "on"),
    notInFuture(on, today, "on"),
    noteRule(reason, "reason"),
  ];
}

function notCancelled({
  cancelledOn,
}: Pick<Engagement, "cancelledOn">): Rule<RecruitmentErrorCode> {
  return {
    holds: cancelledOn === null,
    code: "ALREADY_CANCELLED",
    message: `Expected an engagement that was not cancelled, found it cancelled on ${cancelledOn ?? ""}.`,
    at: "id",
  };
}
