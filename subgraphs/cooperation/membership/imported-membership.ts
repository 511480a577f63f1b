import { randomUUID } from "node:crypto";
import type { MembershipSheetRow } from "./membership-sheet";
import { NetworkMembership } from "./network-membership";

/** A row of a spreadsheet with the memberships it is about. */
export interface ImportedMembership {
  readonly row: MembershipSheetRow;
  /** The membership as it is on record, or as a source states it; `undefined`: a new one. */
  readonly before: NetworkMembership | undefined;
  /** The membership as the row says it. */
  readonly after: NetworkMembership;
}

/** Makes of a row the membership it describes: that of its country in its network with the same first day. */
export function importedMembership(
  row: MembershipSheetRow,
  memberships: readonly NetworkMembership[],
): ImportedMembership {
  const { network, country, agency, role, from, to, end_reason: endReason } = row;
  const before = memberships.find(({ firstDay }) => firstDay === from);
  const after = Object.assign(new NetworkMembership(), {
    id: before?.id ?? randomUUID(),
    sourceId: null,
    networkCode: network,
    countryCode: country,
    agencyCode: agency,
    role,
    from,
    firstDay: from,
    attestedFrom: null,
    publishedTo: null,
    endDay: null,
    endedOn: to,
    endReason,
  });
  return { row, before, after };
}

/** The columns that a row writes, with their types in PostgreSQL. */
export const membershipColumns = {
  id: "text",
  network_code: "text",
  country_code: "text",
  agency_code: "text",
  role: "text",
  from_date: "text",
  first_day: "date",
  ended_on: "date",
  end_reason: "text",
};

/** The row of the database. */
export function rowOfMembership({
  after,
}: ImportedMembership): Record<keyof typeof membershipColumns, string | null> {
  return {
    id: after.id,
    network_code: after.networkCode,
    country_code: after.countryCode,
    agency_code: after.agencyCode,
    role: after.role,
    from_date: after.from,
    first_day: after.firstDay,
    ended_on: after.endedOn,
    end_reason: after.endReason,
  };
}
