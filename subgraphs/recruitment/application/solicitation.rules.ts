import { catalog } from "../../catalog/catalog";
import { fiscalYearRule, inFiscalYear, inRange } from "../../catalog/rules/day.rules";
import { shown } from "../../kit/errors";
import type { Rule, Rules } from "../../kit/rules/rule";
import { optionalNoteRule } from "../../kit/rules/text.rules";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { severalCategoriesRules } from "../skill-standard/skill-category.rules";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";
import { lastDayOf, type Solicitation, type Window } from "./solicitation";

/** What a solicitation is opened with. */
export interface SolicitationValues {
  readonly fiscalYear: number;
  readonly agency: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly categories: readonly SkillCategoryCode[];
  readonly note?: string | null | undefined;
}

/** A solicitation opens in its fiscal year and closes no earlier than it opens; it can close after the year has ended. */
export function solicitationRules(values: SolicitationValues): Rules<RecruitmentErrorCode> {
  const { fiscalYear, agency, opensOn, closesOn, categories, note } = values;
  const isCovered = fiscalYearRule(fiscalYear, "fiscalYear");
  return [
    isCovered.holds ? inFiscalYear(opensOn, fiscalYear, "opensOn") : isCovered,
    {
      holds: catalog.agencies.has(agency),
      code: "UNKNOWN_AGENCY",
      message: `Expected the code of an agency, as "JP-MIC", received ${shown(agency)}.`,
      at: "agency",
    },
    {
      holds: closesOn >= opensOn,
      code: "INVALID_PERIOD",
      message: `Expected ${opensOn}, the day it opens, or a later day, received ${closesOn}.`,
      at: "closesOn",
    },
    severalCategoriesRules(categories),
    optionalNoteRule(note, "note"),
  ];
}

/**
 * A recorded solicitation closes early once, on a day of its window before the last, and not before an application that
 * was received.
 */
export function earlyClosingRules(
  closedOn: string,
  window: Window & Pick<Solicitation, "sourceId">,
  lastReceivedOn: string | null,
): Rules<RecruitmentErrorCode> {
  if (window.sourceId !== null) return [publishedRule(window.sourceId)];
  return [
    {
      holds: window.closedOn === null,
      code: "ALREADY_CLOSED",
      message: `Expected a solicitation that is to close on ${window.closesOn}, found it closed on ${window.closedOn ?? ""}.`,
      at: "fiscalYear",
    },
    closingDayRule(closedOn, window),
    {
      holds: lastReceivedOn === null || lastReceivedOn <= closedOn,
      code: "APPLICATIONS_RECEIVED_LATER",
      message: `Expected ${lastReceivedOn ?? ""}, when the last application was received, or a later day, received ${closedOn}.`,
      at: "closedOn",
    },
  ];
}

/** A solicitation closes early on a day of its window before the last. */
export function closingDayRule(
  closedOn: string,
  { opensOn, closesOn }: Pick<Window, "opensOn" | "closesOn">,
): Rule<RecruitmentErrorCode> {
  return {
    holds: closedOn >= opensOn && closedOn < closesOn,
    code: "INVALID_PERIOD",
    message: `Expected a day from ${opensOn}, on which it opens, and before ${closesOn}, on which it closes anyway, received ${closedOn}.`,
    at: "closedOn",
  };
}

/** A recorded solicitation is extended beyond the last day until now, within the days the graph covers. */
export function extensionRules(
  closesOn: string,
  window: Window & Pick<Solicitation, "sourceId">,
): Rules<RecruitmentErrorCode> {
  if (window.sourceId !== null) return [publishedRule(window.sourceId)];
  const lastDay = lastDayOf(window);
  return [
    inRange(closesOn, "closesOn"),
    {
      holds: closesOn > lastDay,
      code: "INVALID_PERIOD",
      message: `Expected a day after ${lastDay}, the last until now, received ${closesOn}.`,
      at: "closesOn",
    },
  ];
}

/** What a source states changes only with its source. */
export function publishedRule(sourceId: string): Rule<RecruitmentErrorCode> {
  return {
    holds: false,
    code: "PUBLISHED_FACT",
    message: `Expected a solicitation that the ministry recorded here; this one is stated by source ${sourceId}.`,
    at: "fiscalYear",
  };
}

/** Nothing is applied to in a fiscal year without a solicitation. */
export function noSolicitationRule(fiscalYear: number): Rule<"NOT_FOUND"> {
  const message = `Expected a fiscal year with a solicitation, received ${fiscalYear}.`;
  return { holds: false, code: "NOT_FOUND", message, at: "fiscalYear" };
}
