import { agencyCode, countryCode, upperCode } from "../../catalog/cells/area-cells";
import { firstDay, lastDay } from "../../catalog/dates/partial-date";
import { optional, partialDate, text, wholeNumber } from "../../kit/facts/cell";
import { checkUnique } from "../../kit/facts/checks";
import { type FactRow, readFactFile } from "../../kit/facts/fact-file";
import { cellProblem, type Problem } from "../../kit/facts/problem";
import type { FactTable } from "../../kit/facts/write-facts";
import { columnsOf } from "../../kit/record/columns";
import { dayAfter } from "../../kit/rules/period";
import { NetworkChair } from "./network-chair";

const chairsFile = {
  name: "network_chairs.csv",
  columns: {
    network: upperCode,
    edition: wholeNumber(1),
    country: countryCode,
    agency: optional(agencyCode),
    from: partialDate,
    to: partialDate,
    source_id: text,
    note: optional(text),
  },
};

/** A row of network_chairs.csv. */
export type ChairRow = FactRow<(typeof chairsFile)["columns"]>;

/** Reads network_chairs.csv. */
export function readChairs(directory: string, problems: Problem[]): ChairRow[] {
  const rows = readFactFile(directory, chairsFile, problems);
  checkUnique(rows, ["network", "edition"], problems);
  for (const row of rows) {
    if (lastDay(row.to) < firstDay(row.from) || (row.to === row.from && row.to.length === 10)) {
      problems.push(cellProblem(row, "to", row.to, `a date after ${row.from}`));
    }
  }
  return rows;
}

/**
 * What the table of chairs shall hold. A turn lasts from the first day its start to the last day its end may mean; where
 * that is known to the day, it is the first day of the next.
 */
export function chairTable(rows: readonly ChairRow[]): FactTable {
  return {
    table: "network_chair",
    key: ["id"],
    columns: columnsOf(NetworkChair, { without: ["synthetic", "endReason"] }),
    rows: rows.map(({ network, country, agency, from, to, edition, source_id, note }) => ({
      id: `${network.toLowerCase().replaceAll("_", "-")}-chair-${edition}`,
      network_code: network,
      edition,
      country_code: country,
      agency_code: agency,
      from_date: from,
      to_date: to,
      first_day: firstDay(from),
      end_day: to.length === 10 ? to : dayAfter(lastDay(to)),
      source_id,
      note,
    })),
    ownRows: "t.source_id IS NOT NULL",
  };
}
