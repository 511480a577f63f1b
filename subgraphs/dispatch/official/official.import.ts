import { optional, text } from "../../kit/facts/cell";
import { sheetDate } from "../../kit/import/sheet-date";
import { rowsBy } from "../../kit/import/rows-by";
import { defineImport, type ImportRow } from "../../kit/import/import-definition";
import { storedText } from "../rules/text.rules";
import { checkArrival } from "./arrival.rules";
import { presentNames } from "./imported-names";
import { type Arrival, timelineWith } from "./home-agency-timeline";
import { checkOfficial } from "./official.rules";
import { dispatchesOfOfficials, writePlans } from "./imported-plans";
import { officialsOnRecord } from "./officials-on-record";

const columns = {
  personnel_number: {
    cell: text,
    description: "The number the office knows the official by, which never changes.",
    example: "P-10023",
  },
  name: {
    cell: text,
    description: "The official's present name, the same on all rows of the official.",
    example: "髙橋 花子",
  },
  name_kana: {
    cell: optional(text),
    description: "The name in kana; empty where not known.",
    example: "タカハシ ハナコ",
  },
  home_agency: {
    cell: text,
    description:
      "The code of the agency the official came to on that day. A further row is a transfer.",
    example: "JP-METI",
  },
  from: {
    cell: sheetDate,
    description: "The first day at the agency.",
    example: "2019-04-01",
  },
};

/** A row of a spreadsheet of officials. */
export type OfficialRow = ImportRow<typeof columns>;

/** Spreadsheets of officials, a row for each agency an official belonged to. */
export const officialImport = defineImport({
  name: "officials",
  description:
    "Officials and the agencies they belong to, a row for each, best together. What has not begun leaves from the new agency.",
  columns,
  naturalKey: ["personnel_number", "from"],
  table: "official_home_agency",
  prepare: async (rows, batch) => {
    const rowsOf = rowsBy(rows, (row) => row.personnel_number);
    const recorded = await officialsOnRecord(batch.manager, [...rowsOf.keys()]);
    const dispatches = await dispatchesOfOfficials(
      batch.manager,
      [...recorded.values()].map(({ id }) => id),
    );
    for (const [personnelNumber, own] of rowsOf) {
      const { id = "", agencies = [] } = recorded.get(personnelNumber) ?? {};
      const arrivals = own.map(arrivalOf);
      const timeline = timelineWith(agencies, arrivals);
      const departures = (dispatches.get(id) ?? []).flatMap(({ startedOn, homeAgencyCode }) =>
        startedOn === null ? [] : [{ startedOn, homeAgencyCode }],
      );
      for (const row of own) {
        const names = { name: storedText(row.name), nameKana: storedText(row.name_kana) };
        batch.refuse(row, checkOfficial({ personnelNumber, ...names }));
        const refusals = checkArrival(arrivalOf(row), { arrivals, timeline, departures });
        batch.refuse(row, refusals, { agency: "home_agency", on: "from" });
      }
    }
    const names = await presentNames(rowsOf, recorded, batch);
    const good = batch.accepted(rows);
    const { ids } = await batch.upsert({
      table: "official",
      key: ["personnel_number"],
      columns: { personnel_number: "text", name: "text", name_kana: "text" },
      rows: good.map(({ personnel_number }) => {
        const { name, nameKana } = names.get(personnel_number) ?? {};
        return { personnel_number, name, name_kana: nameKana };
      }),
      lines: good.map(({ line }) => line),
    });
    const officials = good.map((row, index) => ({ row, id: ids[index] ?? "" }));
    const timelines = [...rowsBy(officials, ({ id }) => id)].map(([id, own]) => {
      const number = own[0]?.row.personnel_number ?? "";
      const before = recorded.get(number)?.agencies ?? [];
      const rows = own.map(({ row }) => row);
      return { id, rows, before, after: timelineWith(before, rows.map(arrivalOf)) };
    });
    // What ends earlier than before stands above what takes its days.
    const belongings = timelines.flatMap(({ id, rows, before, after }) =>
      after.flatMap(({ agencyCode, from, to }) => {
        const row = rows.find((one) => one.from === from);
        const known = before.find((one) => one.from === from);
        if (!row && known?.to === to) return [];
        const line = (row ?? rows.find((one) => one.from === to) ?? rows[0])?.line ?? 0;
        const values = { official_id: id, agency_code: agencyCode, from_date: from, to_date: to };
        return { line, values };
      }),
    );
    await batch.upsert({
      table: "official_home_agency",
      key: ["official_id", "from_date"],
      columns: { official_id: "text", agency_code: "text", from_date: "date", to_date: "date" },
      rows: belongings.map(({ values }) => values),
      lines: belongings.map(({ line }) => line),
      cells: { agency_code: "home_agency", from_date: "from" },
      derived: ["to_date"],
      parent: { table: "official", column: "official_id" },
    });
    await writePlans(batch, dispatches, timelines);
  },
});

function arrivalOf({ home_agency: agencyCode, from }: OfficialRow): Arrival {
  return { agencyCode, from };
}
