import { countryRule } from "../../catalog/rules/area.rules";
import {
  datesInRange,
  fiscalYearRule,
  hasHappened,
  inFiscalYear,
} from "../../catalog/rules/day.rules";
import { notBefore } from "../../kit/rules/day.rules";
import type { Rule, Rules } from "../../kit/rules/rule";
import { betweenRule, optionalNameRule, optionalNoteRule } from "../../kit/rules/text.rules";
import type { CooperationErrorCode } from "../record/cooperation-error-code";
import type { TrainingEdition } from "./training-edition";

/** What is said of an edition of a course. */
export interface TrainingEditionValues {
  readonly fiscalYear: number;
  readonly edition: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place?: string | null | undefined;
  readonly note?: string | null | undefined;
}

/** The rules that an edition must keep by itself. */
export function trainingEditionRules(values: TrainingEditionValues): Rules<CooperationErrorCode> {
  const { fiscalYear, edition, startsOn, endsOn, place, note } = values;
  return [
    fiscalYearRule(fiscalYear, "fiscalYear"),
    datesInRange({ startsOn, endsOn }),
    inFiscalYear(startsOn, fiscalYear, "startsOn"),
    betweenRule(edition, "edition", 1),
    {
      holds: endsOn >= startsOn,
      code: "INVALID_PERIOD",
      message: `Expected a last day not before ${startsOn}, received ${endsOn}.`,
      at: "endsOn",
    },
    optionalNameRule(place, "place"),
    optionalNoteRule(note, "note"),
  ];
}

/** The participants of an edition are not final yet. */
export function openEditionRule(
  { closedOn }: Pick<TrainingEdition, "closedOn">,
  at: string,
): Rule<CooperationErrorCode> {
  return {
    holds: closedOn === null,
    code: "TRAINING_EDITION_CLOSED",
    message: `Expected an edition that is open, received one that was closed on ${closedOn ?? ""}.`,
    at,
  };
}

/** How many officials of a country took part. */
export interface TrainingParticipationValues {
  readonly country: string;
  readonly persons: number;
}

/** Officials of a country can have taken part: the edition is open and has begun, and they can be counted. */
export function trainingParticipationRules(
  { country, persons }: TrainingParticipationValues,
  edition: Pick<TrainingEdition, "closedOn" | "startsOn">,
  today: string,
): Rules<CooperationErrorCode> {
  const { startsOn } = edition;
  return [
    openEditionRule(edition, "trainingEdition"),
    countryRule(country, "country"),
    betweenRule(persons, "persons", 0, 10_000),
    {
      holds: startsOn <= today,
      code: "DATE_IN_FUTURE",
      message: `Expected an edition that has begun, received one that begins ${startsOn}.`,
      at: "trainingEdition",
    },
  ];
}

/** An edition can be closed on a day: it is open, and over. */
export function closingRules(
  edition: Pick<TrainingEdition, "closedOn" | "endsOn">,
  on: string,
  today: string,
): Rules<CooperationErrorCode> {
  return [
    openEditionRule(edition, "id"),
    notBefore(on, edition.endsOn, "the last day of the edition", "on"),
    hasHappened(on, today, "on"),
  ];
}
