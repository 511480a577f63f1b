import { type ClassType, Ctx, Field, ObjectType } from "type-graphql";
import { statisticsScope } from "../areas";
import type { AccessPolicy } from "../kit/access/access-policy";
import { open, personal } from "../kit/access/policies";
import type { DeclaredAccess } from "../kit/access/with-access";
import { codes } from "../kit/codes";
import { inputType } from "../kit/graphql/input-fields";
import { upperFirst } from "../kit/name-form";
import type { RequestContext } from "../kit/request/request-context";
import { enumName } from "../kit/statistics/dimension-names";
import type { AreaMeasures, Dimension, Measure } from "../kit/statistics/measure";
import type { Module } from "../kit/subgraph/module";
import { published, statisticsOf } from "./access";
import { mostFiscalYears } from "./list-sizes";
import { mostRows, mostTables } from "./release-check/check-tables-to-publish";
import { mostFindings } from "./release-check/release-check-types";
import { releaseCheckResolver } from "./release-check/release-check.resolver";
import { areaReleasesResolver, mostReleases } from "./statistics/area-releases.resolver";
import { areaStatisticsResolver } from "./statistics/area-statistics.resolver";
import {
  requireNewNames,
  requireProtection,
  requireReleasable,
} from "./statistics/check-declaration";
import type { DimensionValues } from "./statistics/dimension-values";
import { StatisticsRow } from "./statistics/statistics-row";

/** More than twice what any area's figures have. */
const mostDimensionValues = 100;

/** More than twice what any measure has. */
const mostDimensions = 20;

/** The areas that have statistics, as the names of their types begin. */
const declaredTypes = new Set<string>();

/** What records can be grouped and filtered by: what the graph says of it, and how it is counted. */
export interface DeclaredDimension extends Partial<Omit<Dimension, "isInternal" | "type">> {
  /** Its name, as a heading; texts.csv has it in Japanese. */
  readonly name: string;
  /** What it is, as the enum of dimensions says. */
  readonly description: string;
  /** What the filter by it says of itself, as "By kind of host." */
  readonly filter: string;
  /** What the field of a row says of itself, where not as the enum does. */
  readonly row?: string;
  readonly values: DimensionValues;
  /** Who is permitted to count by it: those who see the records. Absent: everybody. */
  readonly only?: AccessPolicy;
}

/** What is counted, what the graph says of it, and by which dimensions. */
export interface DeclaredMeasure<Name extends string> extends Omit<Measure, "dimensions"> {
  /** Its name, as a heading; texts.csv has it in Japanese, and its definition. */
  readonly name: string;
  /** What it is, as the enum of measures says. */
  readonly description: string;
  /** Its dimensions, each with what differs from its declaration; absent: all of the area, as declared. */
  readonly dimensions?: Readonly<Partial<Record<Name, Partial<Dimension>>>>;
  /** Who is permitted to count it: those who see the records. Absent: everybody. */
  readonly only?: AccessPolicy;
}

/** The statistics of one area. */
export interface StatisticsDeclaration<Name extends string> extends Pick<
  AreaMeasures,
  "earliest" | "figures"
> {
  /** What is counted, as "dispatches". */
  readonly about: string;
  /** What the field says of itself. */
  readonly description: string;
  /**
   * The scope with which numbers are exact. With it, and with that of analysts ({@link statisticsScope}), the field is
   * personal; absent: it is personal for nobody.
   */
  readonly exactWith?: string;
  /** By their names in filters and rows. */
  readonly dimensions: Readonly<Record<Name, DeclaredDimension>>;
  /** By their names in the graph. */
  readonly measures: Readonly<Record<string, DeclaredMeasure<NoInfer<Name>>>>;
}

/**
 * Makes the statistics of an area from one declaration: the field `<area>Statistics` with its enums, filter, rows and
 * access, and what the engine counts.
 *
 * @throws Error where the declaration contradicts itself, `areas.ts` or that of another area
 */
export function areaStatistics<Name extends string>(
  area: string,
  declaration: StatisticsDeclaration<Name>,
): { readonly module: Module; readonly measures: AreaMeasures } {
  const { about, description, exactWith, earliest, figures } = declaration;
  const type = upperFirst(area);
  requireProtection(area, declaration);
  requireNewNames(type, Object.keys(declaration.dimensions), declaredTypes);
  const dimensions = Object.entries<DeclaredDimension>(declaration.dimensions).map(named);
  const measures = Object.entries(declaration.measures).map(
    ([name, { name: heading, description, only, dimensions: own, ...measure }]) => ({
      ...{ name, heading, description, only },
      measure: { ...measure, dimensions: countedBy(name, dimensions, own) },
    }),
  );
  requireReleasable(byName(measures, ({ measure }) => measure));
  const enums = {
    measures: codes(
      `${type}Measure`,
      `What can be counted of ${about}.`,
      byName(measures, ({ description }) => description),
    ),
    dimensions: codes(
      `${type}Dimension`,
      `What ${about} can be grouped by.`,
      Object.fromEntries(dimensions.map(({ member, description }) => [member, description])),
    ),
  };
  const counted = { measures: byName(measures, ({ measure }) => measure) };
  const resolvers = areaStatisticsResolver({
    area,
    description,
    ...enums,
    filter: inputType(
      `${type}StatisticsFilter`,
      `What of ${about} to count. All conditions that are given must hold.`,
      byName(dimensions, ({ filter, values }) => ({
        type: () => values.input,
        nullable: true,
        description: filter,
      })),
    ),
    row: rowType(`${type}StatisticsRow`, about, dimensions),
    words: byName(measures, ({ heading, measure }) => ({
      name: heading,
      definition: measure.definition,
      unit: measure.unit,
      dimensions: dimensions
        .filter(({ name }) => name in measure.dimensions)
        .map(({ member, heading: name }) => ({ code: member, name })),
    })),
  });
  declaredTypes.add(type);
  const exact = exactWith === undefined ? {} : statisticsAccess(area, exactWith);
  const check = releaseCheck(area, enums, dimensions, counted);
  return {
    module: {
      resolvers: [...resolvers, areaReleasesResolver(area), ...check.resolvers],
      access: {
        ...partsAccess,
        [`${type}Statistics`]: published,
        [`${type}StatisticsRow`]: published,
        ...exact,
        ...check.access,
        ...restricted(measures, ({ name }) => [`${type}Measure.${name}`]),
        ...restricted(dimensions, ({ name, member }) => [
          `${type}Dimension.${member}`,
          `${type}StatisticsFilter.${name}`,
          `${type}RowToPublish.${name}`,
        ]),
      },
      listSizes: {
        [`${type}Statistics.dimensions`]: mostDimensions,
        [`${type}Statistics.totals`]: mostFiscalYears,
        [`Query.${area}DimensionValues`]: mostDimensionValues,
        [`Query.${area}Releases`]: mostReleases,
        ...check.listSizes,
      },
    },
    measures: {
      ...counted,
      analystScope: statisticsScope(area),
      earliest,
      figures,
    },
  };
}

/** Who sees what the statistics of all areas consist of. */
const partsAccess: DeclaredAccess = {
  DisclosureReport: published,
  StatisticsCoverage: published,
  StatisticsDimension: published,
  StatisticsRelease: published,
  StatisticsRemainder: published,
  StatisticsTotal: published,
};

function statisticsAccess(area: string, exactWith: string): DeclaredAccess {
  const policy = statisticsOf(exactWith, statisticsScope(area));
  return { [`Query.${area}Statistics`]: policy, [`Query.${area}Discrepancies`]: policy };
}

/** The check of tables to publish, which is open to analysts. */
function releaseCheck(
  area: string,
  enums: { readonly measures: object; readonly dimensions: object },
  dimensions: readonly NamedDimension[],
  counted: Pick<AreaMeasures, "measures">,
): Pick<Module, "access" | "listSizes"> & Required<Pick<Module, "resolvers">> {
  const type = upperFirst(area);
  const scope = statisticsScope(area);
  const keys = dimensions.map(({ name, description, values: { key } }) => ({
    ...{ name, description, key },
  }));
  return {
    resolvers: [releaseCheckResolver({ area, enums, keys, measures: counted })],
    access: {
      [`Query.${area}ReleaseCheck`]: personal(scope),
      ...Object.fromEntries(
        ["ReleaseCheck", "ReleaseFinding", "CheckedNumber", "CheckedKey"].map((name) => [
          `${type}${name}`,
          open(scope),
        ]),
      ),
    },
    listSizes: {
      [`${type}ReleaseCheck.findings`]: mostFindings,
      [`${type}ReleaseCheck.hide`]: mostRows,
      [`${type}CheckedNumber.keys`]: mostKeys,
      [`${type}CheckedNumber.tables`]: mostTables,
    },
  };
}

/** Tables have two dimensions at most. */
const mostKeys = 2;

/** A dimension with its names, and what of it is counted apart from what the graph says. */
function named([name, declared]: readonly [string, DeclaredDimension]) {
  const { name: heading, description, filter, row = description, values, only, ...own } = declared;
  const counted = { ...values.counted, ...own, ...(only && { isInternal: true as const }) };
  return { name, heading, member: enumName(name), description, filter, row, values, only, counted };
}

type NamedDimension = ReturnType<typeof named>;

/**
 * The dimensions of a measure.
 * @throws Error where one is not declared, or it is not said how it is counted
 */
function countedBy(
  measure: string,
  all: readonly NamedDimension[],
  own: Readonly<Record<string, Partial<Dimension> | undefined>> = byName(all, () => ({})),
): Measure["dimensions"] {
  return Object.fromEntries(
    Object.entries(own).map(([name, differing]) => {
      const declared = all.find((one) => one.name === name);
      const counted = { ...declared?.counted, ...differing };
      const { sql, type, most } = counted;
      if (sql === undefined || type === undefined || most === undefined) {
        throw new Error(`it is not said how ${measure} is counted by ${name}`);
      }
      return [name, { ...counted, sql, type, most }];
    }),
  );
}

function byName<One extends { readonly name: string }, Value>(
  all: readonly One[],
  valueOf: (one: One) => Value,
): Record<string, Value> {
  return Object.fromEntries(all.map((one) => [one.name, valueOf(one)]));
}

/** Makes the type of rows: a field for each dimension, null where it is unknown or not grouped by. */
function rowType(
  type: string,
  about: string,
  dimensions: readonly NamedDimension[],
): ClassType<StatisticsRow> {
  class Row extends StatisticsRow {}
  for (const { name, row, values } of dimensions) {
    const value = function (this: StatisticsRow, context: RequestContext) {
      const key = this.keyOf(name);
      return key === null ? null : values.find(key, context);
    };
    const descriptor = { value, writable: true, configurable: true };
    Object.defineProperty(Row.prototype, name, descriptor);
    Ctx()(Row.prototype, name, 0);
    const options = { nullable: true, description: row };
    Field(values.type as () => never, options)(Row.prototype, name, descriptor);
  }
  const description = `One group of ${about}: what it is grouped by, and how many. What it is not grouped by is null.`;
  ObjectType(type, { description })(Row);
  return Row;
}

/** The coordinates of what has a policy of its own, with that policy. */
function restricted<One extends { readonly only: AccessPolicy | undefined }>(
  declared: readonly One[],
  coordinatesOf: (one: One) => readonly string[],
): DeclaredAccess {
  return Object.fromEntries(
    declared.flatMap((one) => {
      const { only } = one;
      return only ? coordinatesOf(one).map((coordinate) => [coordinate, only] as const) : [];
    }),
  );
}
