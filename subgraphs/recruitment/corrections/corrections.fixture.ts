import { addMunicipalities, Candidates } from "../candidates.fixture";
import { Ministry, type MinistryMutation, type MinistryRecord } from "../ministry.fixture";

/** A subgraph that answers, as the tests start it. */
interface Answering {
  readonly ownerUrl: string;
  readonly appUrl: string;
  execute(
    query: string,
    variables?: object,
  ): Promise<{ readonly data: unknown; readonly errors: unknown; readonly statements: string[] }>;
  stop(): Promise<void>;
}

interface Change {
  readonly action: string;
  readonly reason: string | null;
  readonly fields: readonly { field: string; before: string | null; after: string | null }[];
}

const shown = (changes: readonly Change[]) =>
  changes.map(({ action, reason, fields }) => {
    const values = fields.map(({ field, before, after }) => `${field} ${before} → ${after}`);
    return `${action} (${reason}): ${values.join(", ")}`;
  });

/** The ministry putting records right, for tests: every correction has the same reason. */
export class Corrections {
  readonly candidates: Candidates;

  private constructor(
    readonly subgraph: Answering,
    readonly ministry: Ministry,
  ) {
    this.candidates = new Candidates(ministry);
  }

  /** A ministry with municipalities, in a subgraph that it stops. */
  static async of(subgraph: Answering): Promise<Corrections> {
    const ministry = await Ministry.of(subgraph);
    await addMunicipalities(ministry);
    await ministry.owner.query("UPDATE record_coverage SET begins = '2021-04-01'");
    return new Corrections(subgraph, ministry);
  }

  /** Ends it all. */
  async stop(): Promise<void> {
    await this.ministry.close();
    await this.subgraph.stop();
  }

  /** A correction that must succeed; the record it gives. */
  correct(mutation: MinistryMutation, input: object): Promise<MinistryRecord> {
    return this.ministry.make(mutation, { reason, ...input });
  }

  /** A correction that must be refused and write nothing; each refusal as `CODE field`. */
  refused(mutation: MinistryMutation, input: object): Promise<string[]> {
    return this.ministry.refused(mutation, { reason, ...input });
  }

  /** The message of the only refusal of a correction. */
  async message(mutation: MinistryMutation, input: object): Promise<string> {
    const { userErrors } = await this.ministry.send(mutation, { reason, ...input });
    return userErrors.map(({ message }) => message).join("\n");
  }

  /** How many of fifty corrections at once of the record as it was last seen end in which code. */
  race(mutation: MinistryMutation, input: object): Promise<Record<string, number>> {
    const inputs = Array.from({ length: 50 }, () => ({ reason, ...input }));
    return this.ministry.race(mutation, inputs);
  }

  /** The changes of a record that were corrections, latest first, as `action (reason): field before → after, …`. */
  async changes(type: string, id: string): Promise<string[]> {
    const { data } = await this.subgraph.execute(
      `query ($id: ID!) { record: ${type}(id: $id) { changes(filter: { reason: { isNull: false } }) {
         nodes { action reason fields { field before after } } } } }`,
      { id },
    );
    const { record } = data as { record: { changes: { nodes: Change[] } } | null };
    return shown(record?.changes.nodes ?? []);
  }

  /** The latest of all changes in the area, in the same words. */
  async latest(): Promise<string> {
    const { data } = await this.subgraph.execute(
      `{ recruitmentRecordChanges(first: 1, latest: true) { nodes { action reason fields { field before after } } } }`,
    );
    const { recruitmentRecordChanges: latest } = data as {
      recruitmentRecordChanges: { nodes: Change[] };
    };
    return shown(latest.nodes).join("\n");
  }

  /** What statistics count on a day. */
  async count(measure: string, asOf: string): Promise<number> {
    const data = await this.read(
      `{ recruitmentStatistics(measure: ${measure}, asOf: "${asOf}") { total { value } } }`,
    );
    return (data as { recruitmentStatistics: { total: { value: number } } }).recruitmentStatistics
      .total.value;
  }

  /** What a query gives; it must succeed. */
  async read(query: string): Promise<unknown> {
    const { data, errors } = await this.subgraph.execute(query);
    expect(errors).toEqual([]);
    return data;
  }
}

/** Why records are put right in tests. */
export const reason = "It was recorded from the wrong file.";
