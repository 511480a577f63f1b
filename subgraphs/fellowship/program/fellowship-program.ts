import { Column, Entity, PrimaryColumn } from "typeorm";
import { NamedFact } from "../../catalog/facts/sourced-fact";
import { agency, country } from "../../catalog/record/fields";
import { translatedText } from "../../catalog/text/translated-text";
import { byKey } from "../../kit/record/by-key";
import { hidden, key, partialDate, record } from "../../kit/record/fields";

/** The code of the Mike Mansfield Fellowship Program, which mansfield_*.csv and the figures are about. */
export const mansfieldProgram = "MIKE_MANSFIELD";

/** The codes of all programs. */
export const programCodes = { sql: "SELECT code FROM fellowship_program ORDER BY code" };

/** A program under which officials of one country train in the administration of another. */
@record(
  "fellowship_program",
  "A program under which officials of one country train in the administration of another.",
)
export class FellowshipProgram extends NamedFact {
  @key("Its code (ours), as MIKE_MANSFIELD.")
  code: string;

  @hidden("integer")
  position: number;

  @country("The country whose officials are the fellows.")
  sendingCountryCode: string;

  @country("The country they train in.")
  hostCountryCode: string;

  @agency("The agency that runs it in the host country; fellows can work elsewhere.", {
    nullable: true,
  })
  hostAgencyCode: string | null;

  @partialDate("When it began; null where sources conflict, and the note says how.", {
    nullable: true,
  })
  startedOn: string | null;

  @translatedText("What it offers to whom.", { column: "description_en", nullable: true })
  description: string | null;
}

/** Programs by code; `null` where there is none. */
export const programByCode = byKey(FellowshipProgram, "programByCode");

/** An agency that is published as a sender of fellows to a program. */
@Entity("fellowship_program_sending_agency")
export class ProgramSendingAgency {
  @PrimaryColumn("text", { name: "program_code" })
  programCode: string;

  @PrimaryColumn("text", { name: "agency_code" })
  agencyCode: string;

  /** The agency's place in the published table. */
  @Column("integer")
  position: number;
}
