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
import { notReleased } from "./answer";
import { type ComputedFigure, computeFigures, type ReleasedFigure } from "./compute-figures";
import type { CountedMeasure, ProtectedMeasure, ReleasedMeasure } from "./counted-measure";
import { enumName } from "./dimension-names";
import type { FigureDefinition, FigureQuestion } from "./figure-definition";
import type { AreaMeasures, Measure } from "./measure";
import type { Protect } from "./protect";
import { statisticsBusy } from "./statistics-busy";

/** What statistics are counted with for one caller. */
export interface StatisticsSources {
  readonly measures: AreaMeasures;
  /** Who is permitted to see what of the area. */
  readonly access: DeclaredAccess;
  readonly caller: Caller;
  /** The database as the caller reads it. */
  readonly own: DataSource;
  /** The counted tables, with the role that is permitted to read them and nothing else. */
  readonly counted: DataSource;
  readonly rule: DisclosureRule;
  /** By what tables are protected for the caller. */
  readonly protect: Protect;
  /** What is released of figures. */
  readonly released: (figures: readonly ReleasedFigure[]) => Promise<ComputedFigure[]>;
  /** Waits until it is the caller's turn, where others come first. */
  readonly turn: () => Promise<void>;
  /** Aborts when nobody waits for the caller's answer any more. */
  readonly end: AbortSignal;
  /** Where the number of records that numbers were counted from is noted. */
  readonly seen: PersonsSeen;
}

/** PostgreSQL's SQLSTATE of a statement that exceeded its time limit. */
const queryCanceled = "57014";

/** Decides who is shown which numbers, by the policies of the schema, and from which rows they are counted. */
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
          this.protect,
        ),
      ),
    { cacheKeyFn: (question) => JSON.stringify(question) },
  );

  private readonly lookedUp = new DataLoader<FigureQuestion, ComputedFigure, string>(
    (questions) =>
      this.sources.released(
        questions.map((question) => ({ question, measure: this.declared(question.measure) })),
      ),
    { cacheKeyFn: (question) => JSON.stringify(question) },
  );

  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly sources: StatisticsSources) {}

  /** By what tables are protected for the caller. */
  get protect(): Protect {
    return this.sources.protect;
  }

  /**
   * Counts by a measure. For callers who do not see the records, the counts of a request wait for each other and for
   * its figures: all such callers share few connections, and a request takes one of them.
   *
   * @throws ApiError STATISTICS_TOO_LARGE if it exceeds the time limit of a statement, STATISTICS_BUSY if nobody waits for
   * it any more when its turn comes
   */
  count<Result>({ how }: CountedMeasure, counting: () => Promise<Result>): Promise<Result> {
    return how === "protected" ? this.inTurn(counting) : inTime(counting());
  }

  /**
   * Waits until it is an analyst's turn; others do not wait.
   *
   * @throws ApiError STATISTICS_BUSY if nobody waits for it any more
   */
  async turn(): Promise<void> {
    if (this.isAnalyst) await this.sources.turn();
  }

  /**
   * Notes for the audit log the number of records about persons that numbers were counted from. With filters, exact
   * numbers disclose as much as the count of a list; what is protected is counted from a whole table, and an analyst
   * could compare one with another.
   */
  noteCounted({ measure, database, isNoted }: CountedMeasure, records: readonly number[]): void {
    if (!isNoted) return;
    const { name } = database.getMetadata(measure.table);
    for (const total of records) {
      if (total > 0) this.sources.seen.addCount({ typeName: name, total, persons: null });
    }
  }

  /**
   * A measure of the area.
   * @throws Error if there is none, which the schema excludes
   */
  declared(name: string): Measure {
    const measure = this.sources.measures.measures[name];
    if (!measure) throw new Error(`no measure ${name}`);
    return measure;
  }

  /** How the figures of a published measure are computed; `undefined` if it is not defined. */
  figure(publishedMeasure: string): FigureDefinition | undefined {
    return this.sources.measures.figures[publishedMeasure];
  }

  /**
   * Computes a figure together with all others that are asked for in the same turn. What {@link requireSeen} refuses in
   * statistics is not released.
   */
  async compute(question: FigureQuestion): Promise<ComputedFigure> {
    const dimensions = question.parts.map(({ dimension }) => dimension);
    if (this.unseen(question.measure, dimensions) !== undefined) return notReleased;
    const { how } = this.measure(question.measure, dimensions);
    return (how === "released" ? this.lookedUp : this.computed).load(question);
  }

  /**
   * How a measure is counted by these of its dimensions: exactly for one who sees the records, on request and protected
   * for an analyst, and as is released for the public. A measure that is not about persons is counted from the rows that
   * the caller sees.
   */
  measure(name: string, dimensions: readonly string[]): CountedMeasure {
    const measure = this.declared(name);
    const allRecords = [
      measure.records,
      ...dimensions.flatMap((each) => measure.dimensions[each]?.records ?? []),
    ];
    const { personal: isNoted } = this.policyOf(measure.records);
    if (measure.persons === null || allRecords.every((records) => this.sees(records))) {
      return { how: "exact", measure, database: this.sources.own, isNoted, rule: undefined };
    }
    return this.isAnalyst ? this.onRequest(measure, isNoted) : this.forPublic(measure);
  }

  /**
   * Refuses dimensions. A caller who sees the records of a measure can use only what it is permitted to see of them: it
   * knows who is in a group, and even protected numbers would disclose what these persons have in common. Other callers
   * cannot use dimensions that are only for those who see the records.
   *
   * @throws ApiError FORBIDDEN naming the first that is not permitted
   */
  requireSeen(name: string, dimensions: readonly string[]): void {
    const unseen = this.unseen(name, dimensions);
    if (unseen === undefined) return;
    throw new ApiError(
      "FORBIDDEN",
      `Expected a caller with ${this.policyOf(unseen).scopes.join(" or ")} for ${unseen}, received one without. Open to it are ${this.openDimensions(name).map(enumName).join(", ")}.`,
    );
  }

  /** The dimensions of a measure that {@link requireSeen} permits: messages to the caller name no others. */
  openDimensions(name: string): readonly string[] {
    const all = Object.keys(this.sources.measures.measures[name]?.dimensions ?? {});
    return all.filter((dimension) => this.unseen(name, [dimension]) === undefined);
  }

  /** From the register, which the public reads itself: it has no way to the counted tables. */
  private forPublic(measure: Measure): ReleasedMeasure {
    const { own: database } = this.sources;
    return { how: "released", measure, database, isNoted: false, rule: undefined };
  }

  private onRequest(measure: Measure, isNoted: boolean): ProtectedMeasure {
    const { counted: database, rule } = this.sources;
    return { how: "protected", measure, database, isNoted, rule };
  }

  private get isAnalyst(): boolean {
    const { caller, measures } = this.sources;
    return caller.scopes.has(measures.analystScope);
  }

  private inTurn<Result>(counting: () => Promise<Result>): Promise<Result> {
    const turn = this.last.then(async () => {
      await this.turn();
      if (this.sources.end.aborted) throw statisticsBusy();
      return counting();
    });
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
