import type { Client } from "pg";
import { dimensionOf } from "../../../subgraphs/kit/statistics/statistics-request";
import type { Measure } from "../../../subgraphs/kit/statistics/measure";

/** One group as it is on record: how many there are, and of whom. */
export interface TrueGroup {
  readonly keys: readonly (string | null)[];
  readonly count: number;
  readonly persons: ReadonlySet<string>;
}

/** A day, or a fiscal year. */
export type TrueTime = { readonly day: string } | { readonly year: number };

/** Whom the rows of a measure are about: one person each, or as many as a row says. */
const personOf: Readonly<Record<string, string>> = {
  dispatch: "t.official_id",
  application: "t.applicant_id",
  registration: "t.applicant_id",
  engagement: "t.applicant_id",
  fellow: "t.id",
  placement: "t.fellow_id",
  training_participation: "t.id || '-' || person",
};

/** Counts groups as the owner of the tables, person by person. */
export async function trueGroups(
  owner: Client,
  measure: Measure,
  names: readonly string[],
  time: TrueTime,
): Promise<TrueGroup[]> {
  const dimensions = names.map((name) => dimensionOf(measure, name));
  const { table, source, counts } = measure;
  const isOfSeveral = counts.how === "sum" || table === "training_participation";
  const rows = source ? source(`"${table}"`) : `(SELECT * FROM "${table}")`;
  const joins = new Set([measure.join, ...dimensions.map(({ join }) => join)]);
  const keys = dimensions.map(({ sql }) => `(${sql})::text`);
  const counted = counts.how === "distinct" ? `DISTINCT ${counts.of}` : "DISTINCT t.id";
  const { rows: groups } = await owner.query<{
    keys: (string | null)[];
    count: number;
    persons: string[];
  }>(`
SELECT ARRAY[${keys.join(", ")}]::text[] AS keys, (count(${counts.how === "sum" ? "*" : counted}))::integer AS count,
  array_agg(DISTINCT (${personOf[table] ?? "NULL"})::text) AS persons
FROM (SELECT ${momentOf(time)}) y, LATERAL ${rows} t ${[...joins].filter((join) => join !== undefined).join(" ")}
${isOfSeveral ? "CROSS JOIN LATERAL generate_series(1, t.persons) person" : ""}
WHERE ${conditionOf(measure, time)} AND ${measure.where ?? "true"}
${keys.length > 0 ? `GROUP BY ${keys.join(", ")}` : "HAVING count(*) > 0"}`);
  return groups.map((group) => ({ ...group, persons: new Set(group.persons) }));
}

function momentOf(time: TrueTime): string {
  return "day" in time
    ? `'${time.day}'::date AS day, NULL::integer AS year`
    : `'${time.year + 1}-03-31'::date AS day, ${time.year} AS year`;
}

function conditionOf({ time: basis }: Measure, time: TrueTime): string {
  if (basis.kind === "STOCK") return basis.on("y.day");
  if ("day" in time) return `${basis.day} <= y.day`;
  return basis.fiscalYear === undefined
    ? `${basis.day} BETWEEN make_date(y.year, 4, 1) AND y.day`
    : `${basis.fiscalYear} = y.year`;
}
