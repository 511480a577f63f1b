import {
  getNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from "graphql";
import type { AreaName } from "../../../subgraphs/areas";
import { enumName } from "../../../subgraphs/kit/statistics/dimension-names";
import type { TestHeaders } from "../../support/identity";
import type { TestGraph } from "../../support/graph";

/** What is asked of an area's statistics. */
export interface Asked {
  readonly area: AreaName;
  readonly measure: string;
  readonly groupBy: readonly string[];
  /** Fiscal years, or a day; neither for what is meant without them. */
  readonly when?: { readonly years: readonly number[] } | { readonly day: string };
  /** What its filter holds. */
  readonly filter?: string;
  /** As it was known at a moment. */
  readonly knownAt?: string;
}

/** A number as it is answered. */
export interface AnsweredCell {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly reason: string | null;
}

/** A row as it is answered, its keys as codes. */
export interface AnsweredRow {
  readonly year: number | null;
  readonly keys: readonly (string | null)[];
  readonly count: AnsweredCell;
}

/** An answer, or with which code and message it was refused. */
export interface Answered {
  readonly refused: { readonly code: string; readonly message: string } | null;
  readonly rows: readonly AnsweredRow[];
  /** Of each period. */
  readonly totals: readonly AnsweredCell[];
  readonly withheld: boolean;
  readonly applied: boolean;
  readonly covers: { readonly from: string; readonly to: string } | null;
}

interface SentAnswer {
  readonly rows: readonly (Readonly<Record<string, unknown>> & {
    readonly fiscalYear: { readonly year: number } | null;
    readonly count: AnsweredCell;
  })[];
  readonly covers: Answered["covers"];
  readonly remainder: { readonly rows: number | null } | null;
  readonly totals: readonly { readonly count: AnsweredCell }[];
  readonly disclosure: { readonly applied: boolean; readonly withheld: boolean };
}

/** More than any grouping has rows in all years, and than there are years. */
const [mostRows, mostYears] = [1_000, 60];

const cell = "{ value lower upper reason }";

/** Asks the whole graph for statistics, many fields a request. */
export class AskedStatistics {
  constructor(
    private readonly graph: Pick<TestGraph, "execute">,
    private readonly schema: GraphQLSchema,
    private readonly headers: TestHeaders,
  ) {}

  /**
   * The answers, in the order of the questions.
   * @throws Error if there are more rows than are asked for
   */
  async ask(questions: readonly Asked[], more: TestHeaders = {}): Promise<Answered[]> {
    const answers: Answered[] = [];
    // A request has few fields with many rows each, or more that are not grouped.
    const fields = questions.some(({ groupBy }) => groupBy.length > 0) ? 2 : 6;
    for (let from = 0; from < questions.length; from += fields) {
      const some = questions.slice(from, from + fields);
      const texts = some.map((asked, index) => `f${index}: ${this.fieldOf(asked)}`);
      const { data, errors } = await this.graph.execute<Record<string, SentAnswer | null> | null>(
        `{ ${texts.join("\n")} }`,
        {},
        { ...this.headers, ...more },
      );
      for (const [index, { groupBy }] of some.entries()) {
        const error = errors.find(({ path }) => path?.[0] === `f${index}`);
        const answer = data?.[`f${index}`];
        if (!error && !answer) throw new Error(JSON.stringify(errors));
        if (answer?.remainder?.rows) throw new Error("There are more rows than were asked for.");
        const refused = error && {
          code: String(error.extensions?.["code"]),
          message: error.message,
        };
        answers.push({
          refused: refused ?? null,
          rows: (answer?.rows ?? []).map(({ fiscalYear, count, ...keys }) => ({
            year: fiscalYear?.year ?? null,
            keys: groupBy.map((name) => codeOf(keys[name])),
            count,
          })),
          totals: (answer?.totals ?? []).map(({ count }) => count),
          withheld: answer?.disclosure.withheld ?? false,
          applied: answer?.disclosure.applied ?? false,
          covers: answer?.covers ?? null,
        });
      }
    }
    return answers;
  }

  /** A filter for a value of a dimension, written as it wants it; without one, for any that it could have. */
  filterOf(area: AreaName, dimension: string, key?: string): string {
    const filter = this.schema.getType(`${typeName(area)}StatisticsFilter`);
    const field = isInputObjectType(filter) ? filter.getFields()[dimension] : undefined;
    const conditions = field && getNamedType(field.type);
    const eq = isInputObjectType(conditions) ? conditions.getFields()["eq"] : undefined;
    const type = eq && getNamedType(eq.type);
    const any = isEnumType(type) ? (type.getValues()[0]?.name ?? "") : "1";
    const isText = type?.name === "String";
    return `${dimension}: { eq: ${isText ? JSON.stringify(key ?? any) : (key ?? any)} }`;
  }

  private fieldOf({ area, measure, groupBy, when, filter, knownAt }: Asked): string {
    const given = [
      `measure: ${measure}`,
      `groupBy: [${groupBy.map(enumName).join(", ")}]`,
      ...(when && "years" in when ? [`fiscalYears: [${when.years.join(", ")}]`] : []),
      ...(when && "day" in when ? [`asOf: "${when.day}"`] : []),
      `limit: ${groupBy.length > 0 ? mostRows : mostYears}`,
      ...(filter === undefined ? [] : [`filter: { ${filter} }`]),
      ...(knownAt === undefined ? [] : [`knownAt: "${knownAt}"`]),
    ];
    const keys = groupBy.map((name) => this.selectionOf(area, name)).join(" ");
    return `${area}Statistics(${given.join(", ")}) {
      rows { fiscalYear { year } ${keys} count ${cell} } remainder { rows }
      totals { count ${cell} } covers { from to } disclosure { applied withheld } }`;
  }

  private selectionOf(area: AreaName, dimension: string): string {
    const row = this.schema.getType(`${typeName(area)}StatisticsRow`);
    const field = isObjectType(row) ? row.getFields()[dimension] : undefined;
    const type = field && getNamedType(field.type);
    if (!isObjectType(type)) return dimension;
    return `${dimension} { ${"code" in type.getFields() ? "code" : "year"} }`;
  }
}

function typeName(area: AreaName): string {
  return `${area.slice(0, 1).toUpperCase()}${area.slice(1)}`;
}

function codeOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const code: unknown = typeof value === "object" ? Object.values(value)[0] : value;
  return String(code);
}
