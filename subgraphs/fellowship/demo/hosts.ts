import { cycled } from "../../kit/demo/random";
import type { DemoCohort } from "./cohorts";

/** Where a fellow is placed, and when: `[from, to)`. */
export interface DemoPlacement {
  readonly kind: "AGENCY" | "DIET_OFFICE" | "COMPANY";
  readonly agency: string | null;
  readonly name: string | null;
  readonly from: string;
  readonly to: string;
}

/** Agencies that host, with the year since when each bears its present name, as far as it matters here. */
const hostAgencies: readonly (readonly [code: string, since: number])[] = [
  ["JP-MOFA", 0],
  ["JP-NPA", 0],
  ["JP-MAFF", 0],
  ["JP-MOJ", 0],
  ["JP-JFTC", 0],
  ["JP-JPO", 0],
  ["JP-NPAPOLICE", 0],
  ["JP-JMA", 0],
  ["JP-NTA", 0],
  ["JP-METI", 2001],
  ["JP-MOF", 2001],
  ["JP-MHLW", 2001],
  ["JP-MLIT", 2001],
  ["JP-MEXT", 2001],
  ["JP-MOE", 2001],
  ["JP-CAO", 2001],
  ["JP-FSA", 2001],
  ["JP-MIC", 2005],
  ["JP-MOD", 2007],
  ["JP-CAA", 2010],
  ["JP-NRA", 2013],
  ["JP-PPC", 2016],
  ["JP-DIGITAL", 2022],
  ["JP-CFA", 2024],
];

/** Two ministries or agencies, with three months at a Diet office or a company between them for most. */
export function placementsOf({ year }: DemoCohort, turn: number): DemoPlacement[] {
  const there = hostAgencies.filter(([, since]) => since <= year);
  const agency = (place: number) => ({
    kind: "AGENCY" as const,
    agency: cycled(there, place)[0],
    name: null,
  });
  const two = String((turn % 12) + 1).padStart(2, "0");
  const between = [
    { kind: "DIET_OFFICE" as const, agency: null, name: `Synthetic Diet Member's Office ${two}` },
    { kind: "COMPANY" as const, agency: null, name: `Synthetic Company ${two}` },
    agency(turn + 11),
  ];
  return [
    { ...agency(turn), from: `${year}-09-01`, to: `${year + 1}-01-10` },
    { ...cycled(between, turn), from: `${year + 1}-01-10`, to: `${year + 1}-04-01` },
    { ...agency(turn + 5), from: `${year + 1}-04-01`, to: `${year + 1}-07-01` },
  ];
}
