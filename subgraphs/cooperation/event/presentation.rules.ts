import { countryRule } from "../../catalog/rules/area.rules";
import type { Rules } from "../../kit/rules/rule";
import { betweenRule, nameRule, optionalNameRule } from "../../kit/rules/text.rules";
import type { CooperationErrorCode } from "../record/cooperation-error-code";
import { agencyAtStartRules } from "./network-event.rules";

/** What is said of a presentation. */
export interface PresentationValues {
  readonly country: string;
  readonly agency?: string | null | undefined;
  readonly title: string;
  readonly presenterName?: string | null | undefined;
  readonly position?: number | null | undefined;
}

/** What stands on the program of an event already. */
export interface Program {
  readonly participants: ReadonlySet<string>;
  readonly positions: ReadonlySet<number>;
}

/** A presentation at an event that begins on `startsOn`: the country takes part, and the place in the order is free. */
export function presentationRules(
  { country, agency, title, presenterName, position }: PresentationValues,
  startsOn: string | null,
  { participants, positions }: Program,
): Rules<CooperationErrorCode> {
  return [
    countryRule(country, "country"),
    agencyAtStartRules(agency, country, startsOn, "agency"),
    nameRule(title, "title"),
    optionalNameRule(presenterName, "presenterName"),
    betweenRule(position, "position", 1, 1_000),
    {
      holds: participants.has(country),
      code: "NOT_A_PARTICIPANT",
      message: `Expected a country that takes part in the event, received ${country}.`,
      at: "country",
    },
    {
      holds: position == null || !positions.has(position),
      code: "POSITION_TAKEN",
      message: `Expected a free place in the order of the event, received ${position ?? ""}.`,
      at: "position",
    },
  ];
}
