import { firstDayOfYear, lastDayOfYear } from "../../kit/demo/days";
import { cycled } from "../../kit/demo/random";
import type { Stay } from "./timeline";

/** An agency younger than some of the records: since when it is there, and where its first officials came from. */
export interface YoungAgency {
  readonly since: string;
  readonly staffFrom: string;
}

/** The agencies younger than some of the records. */
export const youngAgencies: Readonly<Record<string, YoungAgency>> = {
  "JP-NRA": { since: "2012-09-19", staffFrom: "JP-METI" },
  "JP-DIGITAL": { since: "2021-09-01", staffFrom: "JP-MIC" },
  "JP-CFA": { since: "2023-04-01", staffFrom: "JP-MHLW" },
};

const large = [
  ...["JP-METI", "JP-MOF", "JP-MLIT", "JP-MAFF", "JP-MHLW", "JP-NPAPOLICE", "JP-MOFA", "JP-FSA"],
  ...["JP-MIC", "JP-MOJ", "JP-MEXT", "JP-MOE", "JP-METI", "JP-MOF", "JP-JPO", "JP-NTA", "JP-JMA"],
];
const small = ["JP-NPA", "JP-CAO", "JP-JFTC", "JP-CAA", "JP-JCG", "JP-FDMA", "JP-NRA"];
const sending2023 = [...new Set([...small, ...large]), "JP-BOA", "JP-DIGITAL", "JP-CFA"];

/**
 * The home agency of each stay. As published, the 342 on dispatch at the end of FY2023 come from 25 ministries and
 * agencies, and the departures and the returns of FY2023 are of 24 each.
 *
 * One of the 342 is published as of an administrative execution agency (行政執行法人). The catalog has no body of that
 * kind, so all 342 are of ministries and agencies here.
 */
export function homeAgencies(stays: readonly Stay[]): Map<Stay, string> {
  const chosen = new Map<Stay, string>();
  const choose = (group: readonly Stay[], each: readonly string[]) => {
    const open = [...each];
    group.forEach((stay, index) => {
      if (chosen.has(stay)) return;
      const fits = (code: string) => existsOn(code, stay.startedOn);
      const place = open.findIndex(fits);
      const code = place < 0 ? nextOf(large, index, fits) : open.splice(place, 1)[0];
      if (code !== undefined) chosen.set(stay, code);
    });
    if (open.length > 0) throw new Error(`nobody is left for ${open.join(", ")}`);
  };
  const from = firstDayOfYear(2023);
  const to = lastDayOfYear(2023);
  const departed = stays.filter(({ startedOn: on }) => on >= from && on <= to);
  const returned = stays.filter(({ returnedOn: on = "" }) => on >= from && on <= to);
  const away = stays.filter(
    ({ startedOn, returnedOn = "9999" }) => startedOn < from && returnedOn > to,
  );
  choose(
    departed,
    sending2023.filter((code) => code !== "JP-BOA"),
  );
  // Youngest first, so that the youngest agency finds somebody.
  choose(returned.toReversed(), sending2023.filter((code) => code !== "JP-CFA").toReversed());
  choose(away, ["JP-BOA", "JP-DIGITAL"]);
  choose(stays, [...small, "JP-BOA"]);
  return chosen;
}

function existsOn(code: string, day: string): boolean {
  return (youngAgencies[code]?.since ?? "") <= day;
}

function nextOf(codes: readonly string[], index: number, fits: (code: string) => boolean): string {
  const turned = codes.map((_code, turn) => cycled(codes, index + turn));
  return turned.find(fits) ?? "JP-MOFA";
}
