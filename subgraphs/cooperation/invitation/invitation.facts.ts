import { countryCode, enumValue, fiscalYear } from "../../catalog/cells/area-cells";
import { matching, optional, text, wholeNumber } from "../../kit/facts/cell";
import { checkUnique } from "../../kit/facts/checks";
import { type FactRow, readFactFile } from "../../kit/facts/fact-file";
import type { Problem } from "../../kit/facts/problem";
import type { FactTable } from "../../kit/facts/write-facts";
import { columnsOf } from "../../kit/record/columns";
import { Invitation } from "./invitation";
import { InvitationProgram, InvitationState } from "./invitation-codes";

const invitationsFile = {
  name: "invitations.csv",
  columns: {
    id: matching(/^[a-z0-9-]+$/, "an id in lower case such as senior-officials-2019-de"),
    program: enumValue(InvitationProgram),
    fiscal_year: fiscalYear,
    country: countryCode,
    persons: optional(wholeNumber(1)),
    source_id: text,
    note: optional(text),
  },
};

/** A row of invitations.csv. */
export type InvitationRow = FactRow<(typeof invitationsFile)["columns"]>;

/** Reads invitations.csv. */
export function readInvitations(directory: string, problems: Problem[]): InvitationRow[] {
  const rows = readFactFile(directory, invitationsFile, problems);
  checkUnique(rows, ["id"], problems);
  return rows;
}

/** What the table of invitations shall hold. */
export function invitationTable(rows: readonly InvitationRow[]): FactTable {
  return {
    table: "invitation",
    key: ["id"],
    columns: columnsOf(Invitation, {
      without: [
        "synthetic",
        "agencyCode",
        "purpose",
        "invitedOn",
        "answeredOn",
        "declineReason",
        "visitStartsOn",
        "visitEndsOn",
      ],
    }),
    rows: rows.map(({ country, ...row }) => ({
      ...row,
      country_code: country,
      state: InvitationState.VISITED,
    })),
    ownRows: "t.source_id IS NOT NULL",
  };
}
