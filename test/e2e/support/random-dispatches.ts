import type { Client } from "pg";
import { withoutChecks } from "../../../subgraphs/dispatch/office/many-dispatches.fixture";

/** Numbers that look random and are the same for the same seed (mulberry32). */
export class Random {
  constructor(private state: number) {}

  /** 0 or more, and less than 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `greatest`. */
  between(least: number, greatest: number): number {
    return least + Math.floor(this.next() * (greatest - least + 1));
  }

  /** One of them. */
  one<Item>(items: readonly Item[]): Item {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new Error("There is nothing to choose from.");
    return item;
  }

  /** One of them, the first ones far oftener than the last ones, as in statistics of few people. */
  mostlyFirst<Item>(items: readonly Item[]): Item {
    return this.one(items.slice(0, 1 + Math.floor(this.next() ** 2 * items.length)));
  }

  /** Whether what happens so often happens now. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  /** Some of them, one at least. */
  some<Item>(items: readonly Item[]): Item[] {
    const chosen = items.filter(() => this.happens(0.4));
    return chosen.length > 0 ? chosen : [this.one(items)];
  }

  /** The same in another order. */
  shuffled<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, place: this.next() }))
      .sort((one, other) => one.place - other.place)
      .map(({ item }) => item);
  }
}

/** Dimension → the values that the random records are of; an empty text stands for what is unknown. */
export const universe = {
  region: ["ASIA", "EUROPE", "AFRICA", "PACIFIC"],
  organizationType: ["UNITED_NATIONS", "FOREIGN_GOVERNMENT", "SCHOOL", "RESEARCH_INSTITUTE"],
  country: ["FR", "DE", "KE", "TZ", "TH", "VN", "FJ"],
  homeAgency: ["JP-MOFA", "JP-METI", "JP-MOF", "JP-NPA", "JP-MLIT"],
  term: ["UP_TO_1Y", "OVER_1Y_TO_2Y", "OVER_2Y_TO_3Y", "OVER_3Y"],
  payRate: ["NONE", "PARTIAL", "FULL_100", ""],
} as const;

/** Region → the countries in it, as everybody knows. */
export const countriesOf: Readonly<Record<string, readonly string[]>> = {
  ASIA: ["TH", "VN"],
  EUROPE: ["FR", "DE"],
  AFRICA: ["KE", "TZ"],
  PACIFIC: ["FJ"],
};

/** A dimension that everybody can group by. */
export type DimensionName = keyof typeof universe;

/** One dispatch, with its value of each dimension. */
export interface RandomDispatch extends Readonly<Record<DimensionName, string>> {
  readonly official: string;
  readonly startedOn: string;
  readonly returnedOn: string | null;
}

const officials = 160;
const payRatios: Readonly<Record<string, number | null>> = { NONE: 0, PARTIAL: 70, FULL_100: 100 };
const termDays: Readonly<Record<string, number>> = {
  UP_TO_1Y: 300,
  OVER_1Y_TO_2Y: 600,
  OVER_2Y_TO_3Y: 1_000,
  OVER_3Y: 1_300,
};

/**
 * Makes an empty database ready for any combination of dimensions, of which none but the country says anything about another, and for
 * dispatches that come and go without a history.
 */
export async function prepareForDispatches(client: Client): Promise<void> {
  await client.query(withoutChecks);
  await client.query(`
ALTER TABLE dispatch DROP CONSTRAINT dispatch_legal_basis_fits, DROP CONSTRAINT dispatch_return,
  DISABLE TRIGGER USER;
INSERT INTO organization (code, name_en, type_code, region_code)
SELECT type.code || '-' || region.code, 'Organization', type.code, region.code
FROM dispatch_organization_type type CROSS JOIN dispatch_region region WHERE type.code <> 'RESIDUAL';
INSERT INTO official (id, personnel_number, name)
SELECT 'o' || n, 'P-' || n, 'Official ' || n FROM generate_series(0, ${officials - 1}) n;`);
}

/** A few officials, of whom some go several times, one dispatch after the other, from `year` on. */
export function randomDispatches(random: Random, year: number): RandomDispatch[] {
  const likely = Object.fromEntries(
    Object.entries(universe).map(([name, values]) => [name, random.shuffled<string>(values)]),
  );
  const valueOf = (name: DimensionName) => random.mostlyFirst(likely[name] ?? []);
  const isRepeated = random.happens(0.5);
  return Array.from({ length: random.between(3, officials) }).flatMap((_none, official) => {
    const times = isRepeated && random.happens(0.4) ? random.between(2, 4) : 1;
    return Array.from({ length: times }, (_each, time): RandomDispatch => {
      const from = 450 * time + random.between(0, 420);
      const days = random.between(20, 400);
      const region = valueOf("region");
      return {
        official: `o${official}`,
        startedOn: dayAfter(year, from),
        returnedOn: time + 1 < times || random.happens(0.5) ? dayAfter(year, from + days) : null,
        region,
        organizationType: valueOf("organizationType"),
        country: random.mostlyFirst(countriesOf[region] ?? []),
        homeAgency: valueOf("homeAgency"),
        term: valueOf("term"),
        payRate: valueOf("payRate"),
      };
    }).map((dispatch, time, all) =>
      // Nobody is in two places: what goes on after it began elsewhere ends there.
      time + 1 < all.length && (dispatch.returnedOn ?? "9") > (all[time + 1]?.startedOn ?? "9")
        ? { ...dispatch, returnedOn: all[time + 1]?.startedOn ?? null }
        : dispatch,
    );
  });
}

/** Puts these dispatches in the place of all that are there. */
export async function replaceDispatches(
  client: Client,
  dispatches: readonly RandomDispatch[],
): Promise<void> {
  const rows = dispatches.map((dispatch) => ({
    ...dispatch,
    plannedTo: dayAfter(0, termDays[dispatch.term] ?? 0, dispatch.startedOn),
    payRatio: payRatios[dispatch.payRate] ?? null,
  }));
  await client.query("DELETE FROM dispatch");
  await client.query(
    `INSERT INTO dispatch (official_id, organization_code, organization_type_code, region_code, legal_basis_code,
      country_code, home_agency_code, post, planned_from, planned_to, pay_ratio, consent_on, npa_consulted_on, started_on, returned_on)
    SELECT r.official, r."organizationType" || '-' || r.region, r."organizationType", r.region, 'ART2_1_1',
      r.country, r."homeAgency", 'Adviser', r."startedOn", r."plannedTo", r."payRatio", r."startedOn", r."startedOn",
      r."startedOn", r."returnedOn"
    FROM jsonb_to_recordset($1) r (official text, "organizationType" text, region text, country text,
      "homeAgency" text, "startedOn" date, "plannedTo" date, "payRatio" integer, "returnedOn" date)`,
    [JSON.stringify(rows)],
  );
}

function dayAfter(year: number, days: number, from = `${year}-04-01`): string {
  return new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
}
