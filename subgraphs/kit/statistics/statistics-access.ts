import type { DataSource } from "typeorm";
import type { Caller } from "../access/caller";
import type { DeclaredAccess } from "../access/with-access";
import type { DisclosureRule } from "../disclosure/disclosure-rule";
import type { AreaMeasures, Measure } from "./measure";

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
}

/** How one measure is counted for one caller. */
export interface CountedMeasure {
  readonly measure: Measure;
  readonly database: DataSource;
  /** How small groups are protected; `undefined` for a caller who may see the records themselves. */
  readonly rule: DisclosureRule | undefined;
}

/** Decides by the policies of the schema who is shown exact numbers, and from which rows they are counted. */
export class StatisticsAccess {
  constructor(private readonly sources: StatisticsSources) {}

  /** How a measure is counted. Where no persons are behind it, it is counted from the rows that the caller sees. */
  measure(name: string): CountedMeasure {
    const { measures, own, counted, rule } = this.sources;
    const measure = measures[name];
    if (!measure) throw new Error(`no measure ${name}`);
    return measure.persons === null || this.seesRecords(measure)
      ? { measure, database: own, rule: undefined }
      : { measure, database: counted, rule };
  }

  private seesRecords({ records }: Measure): boolean {
    const { access, caller } = this.sources;
    const policy = access[records];
    if (!policy) throw new Error(`no policy for ${records}`);
    return policy.scopes.some((scope) => caller.scopes.has(scope));
  }
}
