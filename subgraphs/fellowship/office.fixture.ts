import { Client } from "pg";
import { tableContents } from "../kit/database/table-contents.fixture";
import type { FellowshipErrorCode } from "./record/fellowship-error-code";

/** A subgraph that answers, as the tests start it. */
export interface Answering {
  readonly ownerUrl: string;
  execute(
    query: string,
    variables?: object,
  ): Promise<{ readonly data: unknown; readonly statements: string[] }>;
}

/** A record as the mutations answer it; what it has depends on its type. */
export interface OfficeRecord {
  readonly id: string;
  readonly version: number;
  readonly synthetic: boolean;
  readonly [field: string]: unknown;
}

interface Refused {
  readonly code: FellowshipErrorCode;
  readonly message: string;
  readonly path: readonly string[];
}

/** The answer of a mutation. */
export interface Outcome {
  readonly node: OfficeRecord | null;
  readonly userErrors: readonly Refused[];
  readonly statements: readonly string[];
}

const cohort =
  "cohort { id version synthetic number startsOn endsOn fiscalYear { year } source { id } }";
const schedule =
  "phaseSchedule { id version synthetic from to phase { code position } cohort { id } }";
const fellow = `fellow { id version synthetic fellowNumber name status admittedOn completedOn withdrawnOn
  withdrawalReason cohort { id } sendingAgency { code } }`;
const placement = `placement { id version synthetic hostKind hostAgency { code } hostName from to endReason
  cancelledOn cancellationReason fellow { id } }`;

const answers = {
  openCohort: cohort,
  rescheduleCohort: cohort,
  correctCohort: cohort,
  takeBackCohort: cohort,
  schedulePhase: schedule,
  reschedulePhase: schedule,
  correctPhaseSchedule: schedule,
  takeBackPhaseSchedule: schedule,
  admitFellow: fellow,
  completeFellowship: fellow,
  withdrawFellow: fellow,
  correctFellow: fellow,
  takeBackFellow: fellow,
  placeFellow: placement,
  changePlacement: placement,
  endPlacement: placement,
  cancelPlacement: placement,
  correctPlacement: placement,
  takeBackPlacement: placement,
} as const;

/** A mutation of the office. */
export type OfficeMutation = keyof typeof answers;

const tables = ["cohort", "phase_schedule", "fellow", "placement", "change_record"];

/** The office at work, for tests: sends its mutations and looks into its tables as their owner. */
export class Office {
  private count = 0;

  private constructor(
    private readonly subgraph: Answering,
    /** Connected as the role that owns the tables. */
    readonly owner: Client,
  ) {}

  /** An office that works with a subgraph; close it before the subgraph stops. */
  static async of(subgraph: Answering): Promise<Office> {
    const owner = new Client({ connectionString: subgraph.ownerUrl });
    await owner.connect();
    return new Office(subgraph, owner);
  }

  /** Sends a mutation. */
  async send(mutation: OfficeMutation, input: object): Promise<Outcome> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { answer: ${mutation}(input: $input) {
      ${answers[mutation]} userErrors { code message path } } }`;
    const { data, statements } = await this.subgraph.execute(query, { input });
    const { answer } = data as { answer: { readonly userErrors: readonly Refused[] } };
    const { userErrors, ...nodes } = answer;
    const [node = null] = Object.values<OfficeRecord | null>(nodes);
    return { node, userErrors, statements };
  }

  /** Sends a mutation that must succeed; the record it gives. */
  async make(mutation: OfficeMutation, input: object): Promise<OfficeRecord> {
    const { node, userErrors } = await this.send(mutation, input);
    if (node && userErrors.length === 0) return node;
    throw new Error(
      `${mutation} ${JSON.stringify(input)} was refused: ${JSON.stringify(userErrors)}`,
    );
  }

  /**
   * Sends a mutation that must be refused; each refusal as `CODE field`, in order. Throws where something was written
   * all the same, or where a node was answered.
   */
  async refused(mutation: OfficeMutation, input: object): Promise<string[]> {
    const before = await this.everything();
    const { node, userErrors } = await this.send(mutation, input);
    if (node) throw new Error(`${mutation} ${JSON.stringify(input)} was not refused`);
    if ((await this.everything()) !== before) throw new Error(`${mutation} wrote something`);
    return userErrors.map(({ code, path }) => `${code} ${path.slice(1).join(".")}`);
  }

  /** How many outcomes each code has when a mutation is sent many times at once; `OK` where it succeeded. */
  async race(mutation: OfficeMutation, inputs: readonly object[]): Promise<Record<string, number>> {
    const outcomes = await Promise.all(inputs.map((input) => this.send(mutation, input)));
    const counts: Record<string, number> = {};
    for (const { userErrors } of outcomes) {
      const code = userErrors.map((error) => error.code).join() || "OK";
      counts[code] = (counts[code] ?? 0) + 1;
    }
    return counts;
  }

  /** A cohort from 1 April 2023 to 31 March 2024 unless other days are given, with a number of its own. */
  cohort(days: { startsOn?: string; endsOn?: string } = {}): Promise<OfficeRecord> {
    const values = { startsOn: "2023-04-01", endsOn: "2024-03-31", ...days };
    return this.make("openCohort", {
      program: "MIKE_MANSFIELD",
      number: 100 + this.next(),
      ...values,
    });
  }

  /** A fellow of a cohort, with a number of the fellow's own. */
  fellow(cohortId: string, values: object = {}): Promise<OfficeRecord> {
    return this.make("admitFellow", {
      ...this.fellowValues(cohortId),
      ...values,
    });
  }

  /** What admits a fellow, with a number of the fellow's own. */
  fellowValues(cohortId: string) {
    return {
      fellowNumber: `T-${this.next()}`,
      name: "Test Fellow",
      cohort: cohortId,
      sendingAgency: "US-DOD",
      admittedOn: "2023-03-01",
    };
  }

  /** A placement of a fellow at the Ministry of Finance unless another host is given. */
  placement(fellowId: string, values: { from: string; to?: string | null }): Promise<OfficeRecord> {
    return this.make("placeFellow", {
      fellow: fellowId,
      hostKind: "AGENCY",
      hostAgency: "JP-MOF",
      ...values,
    });
  }

  /** A placement that was cancelled before it began, long ago, as a spreadsheet can record it. */
  async cancelledPlacement(
    fellowId: string,
    values: { from: string; to: string; on: string },
  ): Promise<OfficeRecord> {
    const { on, ...days } = values;
    const placement = await this.placement(fellowId, days);
    await this.owner.query(
      "UPDATE placement SET cancelled_on = $2, cancellation_reason = 'No desk.' WHERE id = $1",
      [placement.id, on],
    );
    return placement;
  }

  /** Makes a record one of made-up data. */
  async makeSynthetic(table: "cohort" | "fellow", id: string): Promise<void> {
    await this.owner.query(`UPDATE ${table} SET synthetic = true WHERE id = $1`, [id]);
  }

  /** Ends the connection. */
  close(): Promise<void> {
    return this.owner.end();
  }

  /** All the office has on record, as one text. */
  everything(): Promise<string> {
    return tableContents(this.owner, tables);
  }

  private next(): number {
    return (this.count += 1);
  }
}
