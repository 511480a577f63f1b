import { rowsBy } from "../rows-by";
import type { AreaMeasures, Measure } from "../statistics/measure";
import { type NamedDimension, protectedDimensions } from "../statistics/statistics-request";

/** One table that is counted for a release. */
export interface PlannedTable {
  readonly measure: string;
  /** Its dimensions, a fine one behind the one it lies within. */
  readonly dimensions: readonly NamedDimension[];
  /** The name of its dimensions in the register. */
  readonly name: string;
  /** Whether everybody is shown it; others are counted because the numbers of released ones follow from them. */
  readonly isReleased: boolean;
}

/** Measures whose numbers follow from each other, with all their tables, coarse ones before fine ones. */
export interface ReleaseUnit {
  /** The names of its measures, which is also how the unit is known from release to release. */
  readonly name: string;
  readonly measures: Readonly<Record<string, Measure>>;
  readonly tables: readonly PlannedTable[];
}

/** The name of the dimensions of a table in the register. */
export function dimensionsName(dimensions: readonly { readonly name: string }[]): string {
  return dimensions.map(({ name }) => name).join(",");
}

/** The name of a table in a basis: what is released of it is kept by that and the period. */
export function tableName({ measure, name }: Pick<PlannedTable, "measure" | "name">): string {
  return `${measure}(${name})`;
}

/** What is released of an area, by what has to be protected together. */
export function releaseUnits({ measures }: Pick<AreaMeasures, "measures">): ReleaseUnit[] {
  const released = Object.keys(measures).filter((name) => measures[name]?.released);
  const leaders = new Map(released.map((name) => [name, name]));
  const leaderOf = (name: string): string => {
    const leader = leaders.get(name) ?? name;
    return leader === name ? name : leaderOf(leader);
  };
  for (const name of released) {
    for (const other of linkedTo(measures[name])) leaders.set(leaderOf(other), leaderOf(name));
  }
  return [...rowsBy(released, leaderOf).values()].map((names) => {
    const own = Object.fromEntries(names.flatMap((name) => asEntry(name, measures[name])));
    return { name: names.join("+"), measures: own, tables: tablesOf(own) };
  });
}

function asEntry(name: string, measure: Measure | undefined) {
  return measure ? [[name, measure] as const] : [];
}

/** The measures that another names. */
export function linkedTo({ linked = {} }: Pick<Measure, "linked"> = {}): string[] {
  const { flows, partOf, atMost, cameBy, groupsOf } = linked;
  return [flows?.in, flows?.out, partOf, atMost, cameBy, groupsOf?.measure].flatMap(
    (name) => name ?? [],
  );
}

function tablesOf(measures: Readonly<Record<string, Measure>>): PlannedTable[] {
  const tables = Object.entries(measures).flatMap(([name, measure]) =>
    (measure.released?.by ?? []).map((by) => plannedTable(name, measure, by, true)),
  );
  const latent = Object.values(measures).flatMap((stock) =>
    [stock.linked?.flows?.in, stock.linked?.flows?.out].flatMap((name) => {
      const flow = name === undefined ? undefined : measures[name];
      if (name === undefined || !flow) return [];
      // Its margins first: another table may show them.
      const by = (stock.released?.by ?? []).flatMap((each) => [...each.map((one) => [one]), each]);
      const own = by.map((each) => plannedTable(name, flow, each, false));
      return [...new Map(own.map((table) => [table.name, table])).values()];
    }),
  );
  const missing = latent.filter(
    (table) =>
      !tables.some(({ measure, name }) => measure === table.measure && name === table.name),
  );
  // What is a margin of a released table is shown there.
  const margins = missing.map((table) => ({
    ...table,
    isReleased: tables.some((other) => other.measure === table.measure && isMargin(table, other)),
  }));
  return [...tables, ...margins].sort(
    (one, other) => one.dimensions.length - other.dimensions.length,
  );
}

function isMargin(table: PlannedTable, { dimensions }: PlannedTable): boolean {
  return table.dimensions.every(({ name }) => dimensions.some((other) => other.name === name));
}

function plannedTable(
  measure: string,
  declared: Measure,
  by: readonly string[],
  isReleased: boolean,
): PlannedTable {
  const dimensions = protectedDimensions(declared, by);
  return { measure, dimensions, name: dimensionsName(dimensions), isReleased };
}

/** The dimensions of each table that is released of a measure, a fine one without the one it lies within. */
export function releasedDimensions(measure: Measure): readonly (readonly string[])[] {
  return (measure.released?.by ?? []).map((by) =>
    by.filter((name) => !by.some((other) => measure.dimensions[other]?.within === name)),
  );
}

/** Whether a table by these dimensions is released of a measure. */
export function isReleasedTable(measure: Measure, dimensions: readonly NamedDimension[]): boolean {
  const name = dimensionsName(dimensions);
  return (measure.released?.by ?? []).some(
    (by) => dimensionsName(protectedDimensions(measure, by)) === name,
  );
}
