import { firstDay, lastDay } from "../../catalog/facts/partial-date";
import { dayAfter } from "../day/day";
import { type CooperationRefusal, type Optional, unless } from "../error/refusal";
import { checkAgency, checkCountry } from "../rules/area.rules";
import { checkNumber, checkOptionalText, checkText } from "../rules/text.rules";

/** What is said of a presentation. */
export interface PresentationValues {
  readonly country: string;
  readonly agency?: Optional<string>;
  readonly title: string;
  readonly presenterName?: Optional<string>;
  readonly position?: Optional<number>;
}

/** The rules that a presentation must keep by itself, at an event that begins on `startsOn`. */
export function checkPresentation(
  { country, agency, title, presenterName, position }: PresentationValues,
  startsOn: string | null,
): CooperationRefusal[] {
  return [
    ...checkCountry(country, "country"),
    ...checkPresentingAgency(agency, country, startsOn, "agency"),
    ...checkText(title, "title"),
    ...checkOptionalText(presenterName, "presenterName"),
    ...checkNumber(position, "position", 1, 1_000),
  ];
}

/**
 * The agency of a presentation is of the country and exists when the event begins. Where that is vague, an agency of any
 * of the days it may mean will do.
 */
export function checkPresentingAgency(
  agency: Optional<string>,
  country: string,
  startsOn: string | null,
  field: string,
): CooperationRefusal[] {
  if (startsOn === null) return checkAgency(agency, country, null, field);
  const on = (day: string) => checkAgency(agency, country, { from: day, to: dayAfter(day) }, field);
  const early = on(firstDay(startsOn));
  return early.length === 0 ? [] : on(lastDay(startsOn));
}

/** What stands on the program of the event already. */
export interface Program {
  readonly participants: ReadonlySet<string>;
  readonly positions: ReadonlySet<number>;
}

/** The country takes part, and the place in the order is free. */
export function checkProgram(
  { country, position }: Pick<PresentationValues, "country" | "position">,
  { participants, positions }: Program,
): CooperationRefusal[] {
  return [
    ...unless(
      participants.has(country),
      "NOT_A_PARTICIPANT",
      `Expected a country that takes part in the event, received ${country}.`,
      "country",
    ),
    ...unless(
      position == null || !positions.has(position),
      "POSITION_TAKEN",
      `Expected a free place in the order of the event, received ${position ?? ""}.`,
      "position",
    ),
  ];
}
