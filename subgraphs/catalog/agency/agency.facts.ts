import { optional, partialDate, text } from "../../kit/facts/cell";
import { checkNamed, checkReferences, checkUnique } from "../../kit/facts/checks";
import { readFactFile } from "../../kit/facts/fact-file";
import { cellProblem, type Problem } from "../../kit/facts/problem";
import { agencyCode, countryCode, lowerCaseOf } from "../cells/area-cells";
import { ours } from "../cells/language-cells";
import { findCountry } from "../country/country-list";
import type { Source } from "../source/source";
import { checkTexts } from "../text/check-texts";
import { Agency } from "./agency";
import { AgencyKind } from "./agency-kind";

const agenciesFile = {
  name: "agencies.csv",
  columns: {
    code: agencyCode,
    country: countryCode,
    kind: optional(lowerCaseOf(Object.values(AgencyKind))),
    name_en: optional(text),
    name_ja: optional(text),
    ours,
    from: optional(partialDate),
    to: optional(partialDate),
    predecessor: optional(agencyCode),
    source_id: text,
    note: optional(text),
  },
};

/** Reads the agencies by code and in the order of the file, links their succession, and checks every reference. */
export function readAgencies(
  directory: string,
  sources: ReadonlyMap<string, Source>,
  problems: Problem[],
): ReadonlyMap<string, Agency> {
  const rows = readFactFile(directory, agenciesFile, problems);
  const codes = new Set(rows.map(({ code }) => code));
  checkUnique(rows, ["code"], problems);
  checkNamed(rows, problems);
  checkTexts(rows, ["note"], problems);
  checkReferences(rows, "source_id", new Set(sources.keys()), "an id of sources.csv", problems);
  checkReferences(rows, "predecessor", codes, "a code of this file", problems);
  const agencies = new Map<string, Agency>();
  for (const row of rows) {
    if (!row.code.startsWith(`${row.country}-`)) {
      problems.push(cellProblem(row, "code", row.code, `a code that begins with ${row.country}-`));
    }
    agencies.set(
      row.code,
      Object.assign(new Agency(), {
        code: row.code,
        country: findCountry(row.country),
        kind: row.kind,
        nameEn: row.name_en,
        nameJa: row.name_ja,
        ours: row.ours,
        validFrom: row.from,
        validTo: row.to,
        predecessor: null,
        successors: [],
        source: sources.get(row.source_id),
        note: row.note,
      }),
    );
  }
  for (const { code, predecessor } of rows) {
    const agency = agencies.get(code);
    const before = agencies.get(predecessor ?? "");
    if (agency && before) {
      agency.predecessor = before;
      before.successors.push(agency);
    }
  }
  return agencies;
}
