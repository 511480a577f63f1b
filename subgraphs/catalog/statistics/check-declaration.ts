import { type Area, areas } from "../../areas";
import { enumName, fieldName } from "../../kit/statistics/dimension-names";
import { linkedTo } from "../../kit/release/release-plan";
import type { AreaMeasures, Dimension, Measure } from "../../kit/statistics/measure";
import type { StatisticsRow } from "./statistics-row";

/** What an area declares of the protection of its numbers. */
export interface DeclaredProtection extends Pick<AreaMeasures, "figures"> {
  readonly exactWith?: string;
  readonly measures: Readonly<Record<string, Pick<Measure, "persons">>>;
}

/** What every row has; a dimension of such a name would take its place. */
const partsOfEveryRow = {
  fiscalYear: true,
  count: true,
  share: true,
  keys: true,
  keyOf: true,
} satisfies Readonly<Record<keyof StatisticsRow, true>>;

/**
 * The types of an area begin with its name, and each dimension is a member of an enum, a filter and a field of rows.
 * @throws Error where one of these names is another's already
 */
export function requireNewNames(
  type: string,
  dimensions: readonly string[],
  declared: ReadonlySet<string>,
): void {
  if (declared.has(type)) throw new Error(`the statistics ${type} are declared already`);
  for (const name of dimensions) {
    if (Object.hasOwn(partsOfEveryRow, name)) {
      throw new Error(`${type} has a dimension ${name}, which every row has already`);
    }
    if (fieldName(enumName(name)) !== name) {
      throw new Error(`${type} has a dimension ${name}, which is not written like "hostAgency"`);
    }
  }
}

/**
 * Figures that count persons are exact for the same callers as statistics, and protected for all others.
 * @throws Error where that is not so, or a figure is counted by no measure of the area
 */
export function requireProtection(
  area: string,
  { exactWith, figures, measures }: DeclaredProtection,
): void {
  const known = Object.entries<Area>(areas).find(([name]) => name === area)?.[1];
  const scope = known?.figuresCountPersons ? `${area}:persons` : undefined;
  if (known && exactWith !== scope) {
    throw new Error(
      `the statistics of ${area} are exact with ${exactWith ?? "no scope"}, its figures by areas.ts with ${scope ?? "none"}`,
    );
  }
  for (const [figure, definition] of Object.entries(figures)) {
    for (const name of definition.measures) {
      const measure = measures[name];
      if (!measure)
        throw new Error(`the figure ${figure} is counted by ${name}, which is no measure`);
      if (exactWith !== undefined && measure.persons === null) {
        throw new Error(
          `the figure ${figure} counts persons, but its measure ${name} has no protection`,
        );
      }
    }
  }
}

/** What a measure declares of its release. */
export interface DeclaredRelease extends Pick<Measure, "persons" | "released" | "linked"> {
  readonly time: Pick<Measure["time"], "kind">;
  readonly dimensions: Readonly<Record<string, Pick<Dimension, "isInternal">>>;
}

/**
 * What everybody is shown is about somebody, is of tables that can be protected and that are open to everybody, and is
 * related to measures that are released too.
 * @throws Error where that is not so
 */
export function requireReleasable(measures: Readonly<Record<string, DeclaredRelease>>): void {
  for (const [name, measure] of Object.entries(measures)) {
    const { persons, released, linked = {} } = measure;
    if (released && persons === null) {
      throw new Error(`${name} is released, but is about nobody: everybody counts it`);
    }
    for (const other of linkedTo({ linked })) {
      if (!released || !measures[other]?.released) {
        throw new Error(`${name} is linked to ${other}, but not both are released`);
      }
    }
    if (!released) continue;
    requireOpenTables(name, measure);
    if (released.days && measure.time.kind !== "STOCK") {
      throw new Error(`${name} is released as of single days, but is no stock`);
    }
    if (released.quarterEnds && !linked.flows) {
      throw new Error(`${name} is released as of the ends of quarters, but has no flows`);
    }
    for (const flow of linked.flows ? [linked.flows.in, linked.flows.out] : []) {
      const missing = released.by.flat().find((each) => !measures[flow]?.dimensions[each]);
      if (missing !== undefined) {
        throw new Error(
          `${name} is released by ${missing}, which its flow ${flow} is not counted by`,
        );
      }
    }
  }
}

function requireOpenTables(name: string, { released, dimensions }: DeclaredRelease): void {
  for (const by of released?.by ?? []) {
    if (by.length > 2) {
      throw new Error(`${name} is released by ${by.join(", ")}: no more than two can be protected`);
    }
    for (const dimension of by) {
      if (!dimensions[dimension])
        throw new Error(`${name} is released by ${dimension}, which it is not counted by`);
      if (dimensions[dimension].isInternal) {
        throw new Error(`${name} is released by ${dimension}, which is not open to everybody`);
      }
    }
  }
}
