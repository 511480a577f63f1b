import { entityRows } from "../../kit/import/entity-rows";
import type { ImportBatch } from "../../kit/import/import-batch";
import { defineImport } from "../../kit/import/import-definition";
import { rowsBy } from "../../kit/rows-by";
import { brokenRules } from "../../kit/rules/rule";
import { lockNetworks, networkRule } from "../network/network.service";
import {
  type ImportedMembership,
  importedMembership,
  isLess,
  keptRules,
  rowRules,
  soleRule,
} from "./membership.import-rules";
import { membershipSheet } from "./membership.sheet";
import { countryInNetwork, membershipsOnRecord, placeOfMembership } from "./memberships.service";
import { daysOf, NetworkMembership } from "./network-membership";
import { timesTakingPart } from "./taking-part.service";

/** What a row writes of a membership. */
const written = [
  "id",
  "networkCode",
  "countryCode",
  "agencyCode",
  "role",
  "from",
  "firstDay",
  "endedOn",
  "endReason",
] as const;

const columnOf = { id: "to", on: "to", reason: "end_reason" };

/** Spreadsheets of memberships. */
export const membershipImport = defineImport({
  name: "memberships",
  description:
    "Which country belongs to which network, through which agency and when, as far as the office records it; what a source states is not changed. Rows of one country best together.",
  columns: membershipSheet,
  naturalKey: ["network", "country", "from"],
  table: "network_membership",
  prepare: async (rows, batch) => {
    const networks = await lockNetworks(batch.manager);
    const onRecord = rowsBy(await membershipsOnRecord(batch.manager, rows), placeOfMembership);
    const imported = rows.map((row) =>
      importedMembership(row, onRecord.get(countryInNetwork(row)) ?? []),
    );
    for (const one of imported) {
      const { row } = one;
      const network = networkRule(row.network, networks.has(row.network));
      batch.refuse(row, brokenRules([network, rowRules(one, batch.today)]), columnOf);
    }
    const groups = groupsOf(imported, onRecord);
    await refuseOverlaps(groups, batch);
    await refuseLosses(groups, batch);
    const good = groups.flatMap(({ own }) => writable(own, batch));
    await batch.upsert({
      ...entityRows(
        NetworkMembership,
        written,
        good.map(({ after }) => after),
      ),
      key: ["id"],
      lines: good.map(({ row }) => row.line),
      cells: {
        network_code: "network",
        country_code: "country",
        agency_code: "agency",
        from_date: "from",
        ended_on: "to",
      },
      derived: ["first_day"],
    });
  },
});

/** The memberships of a country in a network. */
interface Group {
  /** Those that rows are about. */
  readonly own: readonly ImportedMembership[];
  /** Those on record that no row is about. */
  readonly rest: readonly NetworkMembership[];
}

function groupsOf(
  imported: readonly ImportedMembership[],
  onRecord: ReadonlyMap<string, readonly NetworkMembership[]>,
): Group[] {
  return [...rowsBy(imported, ({ row }) => countryInNetwork(row))].map(([country, own]) => {
    const ids = new Set(own.map(({ after }) => after.id));
    return { own, rest: (onRecord.get(country) ?? []).filter(({ id }) => !ids.has(id)) };
  });
}

/** A country's rows make sense together only: none is written where one is refused. */
function writable(own: readonly ImportedMembership[], batch: ImportBatch) {
  return batch.accepted(own.map(({ row }) => row)).length === own.length ? own : [];
}

/** Of two rows that overlap, the lower one is refused. */
async function refuseOverlaps(groups: readonly Group[], batch: ImportBatch): Promise<void> {
  const cases = groups.flatMap(({ own, rest }) =>
    own.map((one, index) => ({
      one,
      others: [...own.slice(0, index).map(({ after }) => after), ...rest],
    })),
  );
  const broken = cases.filter(({ one, others }) => !soleRule(one, others, () => "").holds);
  if (broken.length === 0) return;
  const others = [...new Set(broken.flatMap((each) => each.others))];
  const lines = await batch.linesOf(others.map(keyOf));
  const lineOf = new Map(others.map((other, index) => [other, lines[index]]));
  const placeOf = (other: NetworkMembership) => {
    const line = lineOf.get(other);
    return line === undefined ? "" : `, line ${line}`;
  };
  for (const each of broken) {
    const rule = soleRule(each.one, each.others, placeOf);
    batch.refuse(each.one.row, brokenRules([rule]), columnOf);
  }
}

function keyOf({ networkCode, countryCode, firstDay }: NetworkMembership): readonly string[] {
  return [networkCode, countryCode, firstDay];
}

/** Nothing that is on record is left without the membership it needs. */
async function refuseLosses(groups: readonly Group[], batch: ImportBatch): Promise<void> {
  const lessened = groups.flatMap(({ own }) => own).filter(isLess);
  const times = await timesTakingPart(
    batch.manager,
    lessened.flatMap(({ before }) => (before ? [timeOf(before)] : [])),
  );
  if (times.length === 0) return;
  const timesOf = rowsBy(times, ({ networkCode, countryCode }) =>
    countryInNetwork({ network: networkCode, country: countryCode }),
  );
  for (const { own, rest } of groups) {
    for (const one of own.filter(isLess)) {
      const others = own.filter((each) => each !== one).map(({ after }) => after);
      const needed = timesOf.get(countryInNetwork(one.row)) ?? [];
      const rules = keptRules(one, [...others, ...rest], needed);
      batch.refuse(one.row, brokenRules(rules), columnOf);
    }
  }
}

function timeOf(membership: NetworkMembership) {
  const { networkCode, countryCode } = membership;
  return { networkCode, countryCode, ...daysOf(membership) };
}
