import { type EntityManager, In, IsNull } from "typeorm";
import { cellProblem } from "../../kit/facts/problem";
import { entityRows, storedProperties } from "../../kit/import/entity-rows";
import type { ImportBatch } from "../../kit/import/import-batch";
import { defineImport } from "../../kit/import/import-definition";
import { rowsBy } from "../../kit/rows-by";
import { isSameText } from "../../kit/normal-form";
import { trimmedUnlessBlank } from "../../kit/rules/text.rules";
import { Dispatch } from "./dispatch";
import { Official } from "./official";
import { type Belonging, homeAgencyOn, OfficialHomeAgency } from "./official-home-agency";
import { type OfficialOnRecord, officialsOnRecord } from "./official-on-record.service";
import { type Arrival, arrivalRules, timelineWith } from "./official.import-rules";
import { departuresOf, officialRules } from "./official.rules";
import { type OfficialRow, officialSheet } from "./official.sheet";

/** Spreadsheets of officials, a row for each agency an official belonged to. */
export const officialImport = defineImport({
  name: "officials",
  description:
    "Officials and the agencies they belong to, a row for each, best together. What has not begun leaves from the new agency.",
  columns: officialSheet,
  naturalKey: ["personnel_number", "from"],
  table: "official_home_agency",
  prepare: async (rows, batch) => {
    const rowsOf = rowsBy(rows, (row) => row.personnel_number);
    const recorded = await officialsOnRecord(batch.manager, [...rowsOf.keys()]);
    const ids = [...recorded.values()].map(({ id }) => id);
    const dispatches = await dispatchesOfOfficials(batch.manager, ids);
    for (const [personnelNumber, own] of rowsOf) {
      const { id = "", agencies = [] } = recorded.get(personnelNumber) ?? {};
      const arrivals = own.map(arrivalOf);
      const timeline = timelineWith(agencies, arrivals);
      const departures = departuresOf(dispatches.get(id) ?? []);
      for (const row of own) {
        batch.require(row, officialRules({ personnelNumber, ...namesOf(row) }));
        const rules = arrivalRules(arrivalOf(row), { arrivals, timeline, departures });
        batch.require(row, rules, { agency: "home_agency", on: "from" });
      }
    }
    const names = await presentNames(rowsOf, recorded, batch);
    const good = batch.accepted(rows);
    const { ids: written } = await batch.upsert({
      ...entityRows(
        Official,
        ["personnelNumber", "name", "nameKana"],
        good.map(({ personnel_number: personnelNumber, ...row }) => ({
          personnelNumber,
          ...(names.get(personnelNumber) ?? namesOf(row)),
        })),
      ),
      key: ["personnel_number"],
      lines: good.map(({ line }) => line),
    });
    const officials = good.map((row, index) => ({ row, id: written[index] ?? "" }));
    const timelines = [...rowsBy(officials, ({ id }) => id)].map(([id, own]) => {
      const number = own[0]?.row.personnel_number ?? "";
      const before = recorded.get(number)?.agencies ?? [];
      const ownRows = own.map(({ row }) => row);
      return { id, rows: ownRows, before, after: timelineWith(before, ownRows.map(arrivalOf)) };
    });
    // What ends earlier than before stands above what takes its days.
    const belongings = timelines.flatMap(({ id: officialId, rows: own, before, after }) =>
      after.flatMap(({ from, to, agencyCode }) => {
        const row = own.find((one) => one.from === from);
        const known = before.find((one) => one.from === from);
        if (!row && known?.to === to) return [];
        const line = (row ?? own.find((one) => one.from === to) ?? own[0])?.line ?? 0;
        return [{ line, officialId, agencyCode, from, to }];
      }),
    );
    await batch.upsert({
      ...entityRows(OfficialHomeAgency, ["officialId", "agencyCode", "from", "to"], belongings),
      key: ["official_id", "from_date"],
      lines: belongings.map(({ line }) => line),
      cells: { agency_code: "home_agency", from_date: "from" },
      derived: ["to_date"],
      parent: { table: "official", column: "official_id" },
    });
    await writePlans(batch, dispatches, timelines);
  },
});

type Names = Pick<Official, "name" | "nameKana">;

/**
 * The names of each official as the file has them first, by personnel number. Refuses rows that give another name than a
 * row above: only one can be the present name. The same name in another form of writing counts as the same.
 */
async function presentNames(
  rowsOf: ReadonlyMap<string, readonly OfficialRow[]>,
  recorded: ReadonlyMap<string, OfficialOnRecord>,
  batch: ImportBatch,
): Promise<Map<string, Names>> {
  const present = new Map<string, Names>();
  for (const [number, [first, ...others]] of rowsOf) {
    if (!first) continue;
    present.set(number, namesOf(first));
    for (const row of others) refuseUnlike(row, namesOf(first), first.line, batch);
  }
  const renamed = [...rowsOf].flatMap(([number, [first]]) => {
    const official = recorded.get(number);
    return official && first && !isWrittenAlike(namesOf(first), official)
      ? [{ number, first, official, keys: official.agencies.map(({ from }) => [number, from]) }]
      : [];
  });
  if (renamed.length === 0) return present;
  // Where a row far above is of the official too, the name on record is that row's.
  const lines = await batch.linesOf(renamed.flatMap(({ keys }) => keys));
  let at = 0;
  for (const { number, first, official, keys } of renamed) {
    const above = lines
      .slice(at, (at += keys.length))
      .filter((line) => line !== undefined && line < first.line);
    if (above[0] === undefined) continue;
    refuseUnlike(first, official, above[0], batch);
    present.set(number, official);
  }
  return present;
}

function namesOf({ name, name_kana: kana }: Pick<OfficialRow, "name" | "name_kana">): Names {
  return { name: trimmedUnlessBlank(name), nameKana: trimmedUnlessBlank(kana) };
}

function arrivalOf({ home_agency: agencyCode, from }: OfficialRow): Arrival {
  return { agencyCode, from };
}

function isWrittenAlike(one: Names, other: Names): boolean {
  return one.name === other.name && one.nameKana === other.nameKana;
}

function refuseUnlike(row: OfficialRow, names: Names, line: number, batch: ImportBatch): void {
  const own = namesOf(row);
  const expected = `the name on line ${line}, of the same official`;
  if (!isSameText(own.name, names.name)) batch.report(cellProblem(row, "name", row.name, expected));
  if (!isSameText(own.nameKana, names.nameKana)) {
    batch.report(cellProblem(row, "name_kana", row.name_kana, expected));
  }
}

/** The dispatches of officials that were not cancelled, by the official's id, with one statement. */
async function dispatchesOfOfficials(
  manager: EntityManager,
  officialIds: readonly string[],
): Promise<Map<string, Dispatch[]>> {
  const found = await manager
    .createQueryBuilder(Dispatch, "d")
    .comment("import.dispatchesOfOfficials")
    .where({ officialId: In(officialIds), cancelledOn: IsNull() })
    .orderBy("d.official_id")
    .addOrderBy("d.first_day")
    .addOrderBy("d.id")
    .getMany();
  return rowsBy(found, ({ officialId }) => officialId);
}

/** The agencies of an official once rows of a file are added, and these rows. */
interface ImportedTimeline {
  readonly id: string;
  readonly rows: readonly { readonly from: string; readonly line: number }[];
  readonly after: readonly Belonging[];
}

/** What has not begun leaves from the agency the official will then belong to. */
async function writePlans(
  batch: ImportBatch,
  dispatches: ReadonlyMap<string, readonly Dispatch[]>,
  timelines: readonly ImportedTimeline[],
): Promise<void> {
  const moved = new Map<string, { readonly agency: string; readonly line: number }>();
  for (const { id: officialId, rows, after } of timelines) {
    for (const { id, startedOn, plannedFrom, homeAgencyCode } of dispatches.get(officialId) ?? []) {
      const agency = startedOn === null ? homeAgencyOn(after, plannedFrom) : null;
      if (agency === null || agency === homeAgencyCode) continue;
      const row = rows.filter(({ from }) => from <= plannedFrom).at(-1) ?? rows[0];
      moved.set(id, { agency, line: row?.line ?? 0 });
    }
  }
  if (moved.size === 0) return;
  const plans = await batch.manager.find(Dispatch, {
    where: { id: In([...moved.keys()]) },
    order: { id: "ASC" },
    lock: { mode: "pessimistic_write" },
    comment: "import.plans",
  });
  await batch.upsert({
    ...entityRows(
      Dispatch,
      storedProperties(Dispatch),
      plans.map((plan) => Object.assign(plan, { homeAgencyCode: moved.get(plan.id)?.agency })),
    ),
    key: ["id"],
    lines: plans.map(({ id }) => moved.get(id)?.line ?? 0),
    derived: ["home_agency_code"],
  });
}
