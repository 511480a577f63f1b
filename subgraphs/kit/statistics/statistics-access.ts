import DataLoader from "dataloader";
import type { DataSource } from "typeorm";
import type { AccessPolicy } from "../access/access-policy";
import type { Caller } from "../caller";
import type { PersonsSeen } from "../access/persons-seen";
import type { DeclaredAccess } from "../access/with-access";
import { longestStatement } from "../database/data-source";
import { databaseError } from "../database/sql-state";
import type { DisclosureRule } from "../disclosure/disclosure-rule";
import { ApiError } from "../errors";
import { notTold } from "./answer";
import { type ComputedFigure, computeFigures } from "./compute-figures";
import type { CountedMeasure } from "./counted-measure";
import { enumName } from "./dimension-names";
import type { FigureDefinition, FigureQuestion } from "./figure-definition";
import type { AreaMeasures } from "./measure";

/** What statistics are counted with for one caller. */
export interface StatisticsSources {
  readonly measures: AreaMeasures;
  /** Who may see what of the area. */
  readonly access: DeclaredAccess;
  readonly caller: Caller;
  /** The database as the caller reads it. */
  readonly own: DataSource;
  /** The tables that are counted, as the role that may read them and nothing else. */
  readonly counted: DataSource;
  readonly rule: DisclosureRule;
  /** Where it is noted how many records exact numbers were counted from. */
  readonly seen: PersonsSeen;
}

/** PostgreSQL's SQLSTATE of a statement that took longer than it may. */
const queryCanceled = "57014";

/** Decides by the policies of the schema who is shown exact numbers, and from which rows they are counted. */
export class StatisticsAccess {
  private readonly computed = new DataLoader<FigureQuestion, ComputedFigure, string>(
    (questions) =>
      this.inTurn(() =>
        computeFigures(
          questions,
          (measure, names) => this.measure(measure, names),
          (counted, records) => {
            this.noteCounted(counted, [records]);
          },
        ),
      ),
    { cacheKeyFn: (question) => JSON.stringify(question) },
  );

  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly sources: StatisticsSources) {}

  /**
   * Counts by a measure. For callers who do not see the records, the counts of a request wait for each other and for its
   * figures: all such callers share few connections, and a request takes one of them.
   *
   * @throws ApiError STATISTICS_TOO_LARGE where it takes longer than a statement may
   */
  count<Result>({ rule }: CountedMeasure, counting: () => Promise<Result>): Promise<Result> {
    return rule ? this.inTurn(counting) : inTime(counting());
  }

  /**
   * Notes from how many records about persons exact numbers were counted, for the audit log: who filters them tells few
   * apart, as one who counts a list does.
   */
  noteCounted({ measure, database, rule }: CountedMeasure, records: readonly number[]): void {
    if (rule || !this.policyOf(measure.records).personal) return;
    const { name } = database.getMetadata(measure.table);
    for (const total of records) {
      if (total > 0) this.sources.seen.addCount({ typeName: name, total, persons: null });
    }
  }

  /** How the figures of a published measure are computed; `undefined` where nothing is said of it. */
  figure(publishedMeasure: string): FigureDefinition | undefined {
    return this.sources.measures.figures[publishedMeasure];
  }

  /**
   * Computes a figure together with all others that are asked for in the same turn. Of what {@link requireSeen} refuses in
   * statistics, nothing is told.
   */
  async compute(question: FigureQuestion): Promise<ComputedFigure> {
    const dimensions = question.parts.map(({ dimension }) => dimension);
    return this.unseen(question.measure, dimensions) === undefined
      ? this.computed.load(question)
      : notTold;
  }

  /**
   * How a measure is counted by these of its dimensions. Where no persons are behind it, it is counted from the rows that
   * the caller sees.
   */
  measure(name: string, dimensions: readonly string[]): CountedMeasure {
    const { measures, own, counted, rule } = this.sources;
    const measure = measures.measures[name];
    if (!measure) throw new Error(`no measure ${name}`);
    const told = [
      measure.records,
      ...dimensions.flatMap((each) => measure.dimensions[each]?.records ?? []),
    ];
    return measure.persons === null || told.every((records) => this.sees(records))
      ? { measure, database: own, rule: undefined }
      : { measure, database: counted, rule };
  }

  /**
   * Lets a caller who may see the records of a measure group and filter them by nothing that it may not see of them: it
   * knows who is in a group, and protected numbers would tell what these persons have in common. And others by nothing
   * that is told to those alone who see the records.
   *
   * @throws ApiError FORBIDDEN naming the first that it may not see
   */
  requireSeen(name: string, dimensions: readonly string[]): void {
    const unseen = this.unseen(name, dimensions);
    if (unseen === undefined) return;
    throw new ApiError(
      "FORBIDDEN",
      `Expected a caller with ${this.policyOf(unseen).scopes.join(" or ")} for ${unseen}, received one without. Open to it are ${this.openDimensions(name).map(enumName).join(", ")}.`,
    );
  }

  /** The dimensions of a measure that {@link requireSeen} lets the caller use: messages to it name no others. */
  openDimensions(name: string): readonly string[] {
    const all = Object.keys(this.sources.measures.measures[name]?.dimensions ?? {});
    return all.filter((dimension) => this.unseen(name, [dimension]) === undefined);
  }

  private inTurn<Result>(counting: () => Promise<Result>): Promise<Result> {
    const turn = this.last.then(counting);
    this.last = turn.catch(() => undefined);
    return inTime(turn);
  }

  private unseen(name: string, dimensions: readonly string[]): string | undefined {
    const measure = this.sources.measures.measures[name];
    if (!measure?.persons) return undefined;
    const asked = dimensions.flatMap((each) => measure.dimensions[each] ?? []);
    if (this.sees(measure.records)) {
      return asked.flatMap(({ records }) => records ?? []).find((records) => !this.sees(records));
    }
    return asked.some(({ isInternal }) => isInternal) ? measure.records : undefined;
  }

  private sees(records: string): boolean {
    const { caller } = this.sources;
    return this.policyOf(records).scopes.some((scope) => caller.scopes.has(scope));
  }

  private policyOf(records: string): AccessPolicy {
    const policy = this.sources.access[records];
    if (!policy) throw new Error(`no policy for ${records}`);
    return policy;
  }
}

async function inTime<Result>(counting: Promise<Result>): Promise<Result> {
  try {
    return await counting;
  } catch (error) {
    if (databaseError(error).code !== queryCanceled) throw error;
    throw new ApiError(
      "STATISTICS_TOO_LARGE",
      `Expected statistics that can be counted in ${longestStatement} seconds, received some that take longer: ask for fewer fiscal years or dimensions.`,
    );
  }
}
