import { declareCoverage } from "../../kit/statistics/coverage-table";
import type { Answering, Office, OfficeMutation, OfficeRecord, Outcome } from "../office.fixture";

interface Change {
  readonly action: string;
  readonly recordType: string;
  readonly recordId: string;
  readonly reason: string | null;
  readonly fields: readonly {
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

const reason = "It was recorded from the wrong file.";

/** The office putting its records right, for tests. */
export class Corrections {
  private constructor(
    private readonly subgraph: Answering,
    private readonly office: Office,
  ) {}

  /** The office of a subgraph, whose records count as complete since 2000. */
  static async of(subgraph: Answering, office: Office): Promise<Corrections> {
    for (const table of ["fellow", "placement"]) {
      await office.owner.query(declareCoverage, [table, "2000-04-01"]);
    }
    return new Corrections(subgraph, office);
  }

  /** Sends a correction, with a reason unless another is given. */
  send(mutation: OfficeMutation, input: object): Promise<Outcome> {
    return this.office.send(mutation, { reason, ...input });
  }

  /** Sends a correction that must succeed; the record it gives. */
  make(mutation: OfficeMutation, input: object): Promise<OfficeRecord> {
    return this.office.make(mutation, { reason, ...input });
  }

  /** Sends a correction that must be refused; each refusal as `CODE field`. Nothing may be written. */
  refused(mutation: OfficeMutation, input: object): Promise<string[]> {
    return this.office.refused(mutation, { reason, ...input });
  }

  /** What stands in the way of a correction, as its only refusal says at this field. */
  async wayOf(mutation: OfficeMutation, field: string, input: object): Promise<string> {
    const refusals = await this.refused(mutation, input);
    if (refusals.join() !== `STANDS_IN_THE_WAY ${field}`) throw new Error(refusals.join());
    const { userErrors } = await this.send(mutation, input);
    return userErrors[0]?.message ?? "";
  }

  /** How many outcomes each code has when 50 put the same version right at once. */
  race(
    mutation: OfficeMutation,
    { id, version }: OfficeRecord,
    input: (index: number) => object,
  ): Promise<Record<string, number>> {
    const inputs = Array.from({ length: 50 }, (_none, index) => ({
      ...{ id, expectedVersion: version, reason },
      ...input(index),
    }));
    return this.office.race(mutation, inputs);
  }

  /**
   * What the last corrections did to a record, the latest first, as `action: field before → after, …`. Each must have its
   * reason.
   */
  async changesOf(recordId: string): Promise<string[]> {
    const { data } = await this.subgraph.execute(
      `{ fellowshipRecordChanges(first: 100, latest: true) { nodes {
         action recordType recordId reason fields { field before after } } } }`,
    );
    const { nodes } = (data as { readonly fellowshipRecordChanges: { nodes: readonly Change[] } })
      .fellowshipRecordChanges;
    const own = nodes.filter(
      (node) => node.recordId === recordId && /^(correct|takeBack)/.test(node.action),
    );
    if (own.some((node) => node.reason !== reason)) throw new Error("Without its reason.");
    return own.map(({ action, fields }) => {
      const shown = fields.map(({ field, before, after }) => `${field} ${before} → ${after}`);
      return `${action}: ${shown.sort().join(", ")}`;
    });
  }

  /** A count of the area's statistics, without groups. */
  async count(measure: "FELLOWS" | "PLACEMENTS", asOf: string, filter: object): Promise<unknown> {
    const { data } = await this.subgraph.execute(
      `query ($measure: FellowshipMeasure!, $asOf: Date, $filter: FellowshipStatisticsFilter) {
         fellowshipStatistics(measure: $measure, asOf: $asOf, filter: $filter) { total { value } } }`,
      { measure, asOf, filter },
    );
    const { fellowshipStatistics } = data as {
      readonly fellowshipStatistics: { readonly total: { readonly value: unknown } };
    };
    return fellowshipStatistics.total.value;
  }
}
