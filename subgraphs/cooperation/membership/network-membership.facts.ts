import { catalog } from "../../catalog/catalog";
import { agencyCode, countryCode, lowerCaseOf, upperCode } from "../../catalog/cells/area-cells";
import { firstDay, lastDay } from "../../catalog/dates/partial-date";
import { optional, partialDate, text } from "../../kit/facts/cell";
import { type FactRow, readFactFile } from "../../kit/facts/fact-file";
import { cellProblem, type Problem } from "../../kit/facts/problem";
import type { FactTable } from "../../kit/facts/write-facts";
import { columnsOf } from "../../kit/record/columns";
import { NetworkMembership, NetworkRole } from "./network-membership";

const membersFile = {
  name: "network_members.csv",
  columns: {
    network: upperCode,
    country: countryCode,
    member_agency: optional(agencyCode),
    role: lowerCaseOf(Object.values(NetworkRole)),
    from: optional(partialDate),
    to: optional(partialDate),
    attested_from: optional(partialDate),
    source_id: text,
    note: optional(text),
  },
};

/** A row of network_members.csv. */
export type MemberRow = FactRow<(typeof membersFile)["columns"]>;

/** Reads network_members.csv. */
export function readMembers(directory: string, problems: Problem[]): MemberRow[] {
  return readFactFile(directory, membersFile, problems);
}

/**
 * What the table of memberships shall hold, with the days each is in force.
 *
 * A change known only to the year or month counts from its first day. Where that day still belongs to the country's
 * membership before, and that one ended within the same year or month, it counts from that end. A membership whose
 * start is not known counts from when a source first shows it.
 *
 * @param problems - gets every membership that is empty, overlaps the one before it, or goes beyond its agency's time
 */
export function membershipTable(members: readonly MemberRow[], problems: Problem[]): FactTable {
  const lastEnd = new Map<string, string | null>();
  const inOrder = [...members].sort((a, b) => (earliest(a) < earliest(b) ? -1 : 1));
  const rows = inOrder.map((member) => {
    const key = `${member.network} ${member.country}`;
    let start = earliest(member);
    if ((member.from === null) === (member.attested_from === null)) {
      const received = [member.from, member.attested_from].join(", ");
      problems.push(
        cellProblem(member, "from, attested_from", received, "a date in one of the two"),
      );
    }
    if (lastEnd.has(key)) {
      const previousEnd = lastEnd.get(key) ?? null;
      if (
        previousEnd === null ||
        (previousEnd > start && previousEnd > lastDay(member.from ?? start))
      ) {
        problems.push(
          cellProblem(
            member,
            "from",
            member.from,
            `a day after ${key}'s membership before it, which ends ${previousEnd ?? "never"}`,
          ),
        );
      } else if (previousEnd > start) start = previousEnd;
    }
    const end = member.to === null ? null : firstDay(member.to);
    if (end !== null && end <= start) {
      problems.push(cellProblem(member, "to", member.to, `a date after ${start}`));
    }
    lastEnd.set(key, end);
    checkAgencyTime(member, start, end, problems);
    return {
      id: `${member.network.toLowerCase().replaceAll("_", "-")}-${member.country.toLowerCase()}-${start}`,
      network_code: member.network,
      country_code: member.country,
      agency_code: member.member_agency,
      role: member.role,
      from_date: member.from,
      to_date: member.to,
      attested_from: member.attested_from,
      first_day: start,
      end_day: end,
      source_id: member.source_id,
      note: member.note,
    };
  });
  return {
    table: "network_membership",
    key: ["id"],
    columns: columnsOf(NetworkMembership, { without: ["synthetic", "endedOn", "endReason"] }),
    rows,
    // What an office has recorded of a fact must not vanish with it: then the load fails rather than reopen a membership.
    ownRows: "t.source_id IS NOT NULL AND t.ended_on IS NULL",
  };
}

/** No agency takes part before it exists in that form, or after. */
function checkAgencyTime(
  member: MemberRow,
  start: string,
  end: string | null,
  problems: Problem[],
): void {
  const { validFrom = null, validTo = null } =
    catalog.agencies.get(member.member_agency ?? "") ?? {};
  if (validFrom !== null && start < firstDay(validFrom)) {
    const expected = `a date not before ${validFrom}, when ${member.member_agency ?? ""} begins`;
    problems.push(cellProblem(member, "from", member.from, expected));
  }
  if (validTo !== null && (end === null || end > firstDay(validTo))) {
    const expected = `a date not after ${validTo}, when ${member.member_agency ?? ""} ends`;
    problems.push(cellProblem(member, "to", member.to, expected));
  }
}

/** A start counts from the first day it may mean; what a source only shows, from the day on which it certainly holds. */
function earliest({ from, attested_from }: MemberRow): string {
  return from === null ? lastDay(attested_from ?? "0001") : firstDay(from);
}
