import { Column, Entity, PrimaryColumn } from "typeorm";

/** That an agency is published as having sent fellows to a program. */
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
