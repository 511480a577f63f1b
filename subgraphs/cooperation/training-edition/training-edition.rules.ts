import { type CooperationRefusal, type Optional, unless } from "../error/refusal";
import { checkCountry } from "../rules/area.rules";
import { checkNumber, checkOptionalText } from "../rules/text.rules";
import {
  checkDates,
  checkFiscalYear,
  checkInFiscalYear,
  checkOrder,
  checkPast,
} from "../rules/time.rules";
import type { TrainingEdition } from "./training-edition";

/** What is said of an edition of a course. */
export interface TrainingEditionValues {
  readonly fiscalYear: number;
  readonly edition: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place?: Optional<string>;
  readonly note?: Optional<string>;
}

/** The rules that an edition must keep by itself. */
export function checkTrainingEdition(values: TrainingEditionValues): CooperationRefusal[] {
  const { fiscalYear, edition, startsOn, endsOn, place, note } = values;
  const message = `Expected a last day not before ${startsOn}, received ${endsOn}.`;
  return [
    ...checkFiscalYear(fiscalYear, "fiscalYear"),
    ...checkDates({ startsOn, endsOn }),
    ...checkInFiscalYear(startsOn, fiscalYear, "startsOn"),
    ...checkNumber(edition, "edition", 1),
    ...unless(endsOn >= startsOn, "INVALID_PERIOD", message, "endsOn"),
    ...checkOptionalText(place, "place"),
    ...checkOptionalText(note, "note", "lines"),
  ];
}

/** The participants of an edition are not final yet. */
export function checkOpen(
  { closedOn }: Pick<TrainingEdition, "closedOn">,
  field: string,
): CooperationRefusal[] {
  const message = `Expected an edition that is open, received one that was closed on ${closedOn ?? ""}.`;
  return unless(closedOn === null, "TRAINING_EDITION_CLOSED", message, field);
}

/** How many officials of a country took part. */
export interface TrainingParticipationValues {
  readonly country: string;
  readonly persons: number;
}

/** Officials of a country can have taken part: the edition has begun, and they can be counted. */
export function checkTrainingParticipation(
  { country, persons }: TrainingParticipationValues,
  { startsOn }: Pick<TrainingEdition, "startsOn">,
  today: string,
): CooperationRefusal[] {
  const message = `Expected an edition that has begun, received one that begins ${startsOn}.`;
  return [
    ...checkCountry(country, "country"),
    ...checkNumber(persons, "persons", 0, 10_000),
    ...unless(startsOn <= today, "DATE_IN_FUTURE", message, "trainingEdition"),
  ];
}

/** An edition may be closed on a day: it is open, and over. */
export function checkClosing(
  edition: Pick<TrainingEdition, "closedOn" | "endsOn">,
  on: string,
  today: string,
): CooperationRefusal[] {
  return [
    ...checkOpen(edition, "id"),
    ...checkOrder(on, edition.endsOn, "on"),
    ...checkDates({ on }),
    ...checkPast(on, today, "on"),
  ];
}
