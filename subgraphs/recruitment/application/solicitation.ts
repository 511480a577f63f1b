import { Entity } from "typeorm";
import { RecordedFact } from "../../catalog/facts/recorded-fact";
import { agency, fiscalYear } from "../../catalog/record/fields";
import { type CodeOf, codes } from "../../kit/codes";
import { day, hidden, partialDate, record } from "../../kit/record/fields";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";

/** A public call for external personnel; one a fiscal year. Published, or recorded by the ministry. */
@record("solicitation", "A public call for external personnel; one a fiscal year.")
export class Solicitation extends RecordedFact {
  @fiscalYear("The fiscal year it counts for.", { column: "fiscal_year", primary: true })
  fiscalYearNumber: number;

  @agency("Who called for applications.")
  agencyCode: string;

  @day("First day on which applications are taken.", { order: "By first day." })
  opensOn: string;

  @day("Last day on which applications are taken, as announced.")
  closesOn: string;

  @day(
    "Last day on which applications are taken where it closes earlier than announced; else null.",
    { nullable: true },
  )
  closedOn: string | null;

  @partialDate("When its results were announced; null where not known.", { nullable: true })
  resultsAnnouncedOn: string | null;
}

/** A category that a recorded solicitation asks for. */
@Entity("solicitation_category")
export class SolicitationCategory {
  @hidden("integer", { primary: true })
  fiscalYear: number;

  @hidden("text", { primary: true })
  categoryCode: SkillCategoryCode;
}

/** Whether a solicitation takes applications. */
export const SolicitationState = codes(
  "SolicitationState",
  "Whether a solicitation takes applications on a day.",
  {
    ANNOUNCED: "It has not opened yet.",
    OPEN: "Applications are taken.",
    CLOSED: "The last day has passed.",
  },
);

/** A code of {@link SolicitationState}. */
export type SolicitationState = CodeOf<typeof SolicitationState>;

/** The days on which a solicitation takes applications. */
export type Window = Pick<Solicitation, "opensOn" | "closesOn" | "closedOn">;

/** The last day on which applications are taken. */
export function lastDayOf({ closesOn, closedOn }: Window): string {
  return closedOn ?? closesOn;
}

/** The state of a solicitation on a day. */
export function stateOn(day: string, window: Window): SolicitationState {
  if (day < window.opensOn) return SolicitationState.ANNOUNCED;
  return day <= lastDayOf(window) ? SolicitationState.OPEN : SolicitationState.CLOSED;
}
