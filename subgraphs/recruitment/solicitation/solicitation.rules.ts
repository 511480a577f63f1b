import { catalog } from "../../catalog/catalog";
import { findFiscalYear } from "../../catalog/fiscal-year/fiscal-year-range";
import { shown } from "../../kit/errors";
import { brokenRules, type RecruitmentRefusal, type Rule } from "../record/broken-rules";
import { severalCategories } from "../record/category.rules";
import { optionalNoteRule } from "../record/text.rules";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";
import type { Solicitation } from "./solicitation";

/** What a solicitation is opened with. */
export interface SolicitationValues {
  readonly fiscalYear: number;
  readonly agency: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly categories: readonly SkillCategoryCode[];
  readonly note?: string | null | undefined;
}

/** A solicitation opens in its fiscal year and closes no earlier than it opens; it may close after the year has ended. */
export function checkSolicitation(values: SolicitationValues): RecruitmentRefusal[] {
  const { fiscalYear, agency, opensOn, closesOn, categories, note } = values;
  return brokenRules(
    opensInFiscalYear(fiscalYear, opensOn),
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
    severalCategories(categories),
    optionalNoteRule(note, "note"),
  );
}

function opensInFiscalYear(fiscalYear: number, opensOn: string): Rule {
  const year = findFiscalYear(fiscalYear);
  if (!year) {
    return {
      holds: false,
      code: "INVALID_FISCAL_YEAR",
      message: `Expected a fiscal year from 1948 to 2100, received ${fiscalYear}.`,
      at: "fiscalYear",
    };
  }
  return {
    holds: opensOn >= year.startsOn && opensOn <= year.endsOn,
    code: "OUTSIDE_FISCAL_YEAR",
    message: `Expected a day from ${year.startsOn} to ${year.endsOn}, received ${opensOn}.`,
    at: "opensOn",
  };
}

/** What is known of the solicitation to close. */
type Window = Pick<Solicitation, "sourceId" | "opensOn" | "closesOn" | "closedOn">;

/**
 * A recorded solicitation closes early once, on a day of its window before the last, and not before an application that
 * was received.
 */
export function checkEarlyClosing(
  closedOn: string,
  window: Window,
  lastReceivedOn: string | null,
): RecruitmentRefusal[] {
  if (window.sourceId !== null) return brokenRules(publishedRule(window.sourceId));
  return brokenRules(
    {
      holds: window.closedOn === null,
      code: "ALREADY_CLOSED",
      message: `Expected a solicitation that is to close on ${window.closesOn}, found it closed on ${window.closedOn ?? ""}.`,
      at: "fiscalYear",
    },
    {
      holds: closedOn >= window.opensOn && closedOn < window.closesOn,
      code: "INVALID_PERIOD",
      message: `Expected a day from ${window.opensOn}, on which it opens, and before ${window.closesOn}, on which it closes anyway, received ${closedOn}.`,
      at: "closedOn",
    },
    {
      holds: lastReceivedOn === null || lastReceivedOn <= closedOn,
      code: "APPLICATIONS_RECEIVED_LATER",
      message: `Expected ${lastReceivedOn ?? ""}, when the last application was received, or a later day, received ${closedOn}.`,
      at: "closedOn",
    },
  );
}

function publishedRule(sourceId: string): Rule {
  return {
    holds: false,
    code: "PUBLISHED_FACT",
    message: `Expected a solicitation that the ministry recorded here; this one is stated by source ${sourceId}.`,
    at: "fiscalYear",
  };
}

/** Nothing is applied to in a fiscal year without a solicitation. */
export function noSolicitation(fiscalYear: number): RecruitmentRefusal {
  const message = `Expected a fiscal year with a solicitation, received ${fiscalYear}.`;
  return { code: "NOT_FOUND", message, path: ["input", "fiscalYear"] };
}
