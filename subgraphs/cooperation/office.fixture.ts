import { Client } from "pg";
import { load } from "../kit/subgraph/database-commands";
import { cooperation } from "./cooperation";

/** A subgraph that answers, as the tests start it. */
interface Answering {
  readonly ownerUrl: string;
  execute(query: string, variables?: object): Promise<{ readonly data: unknown }>;
  stop(): Promise<void>;
}

/** What a mutation answers. */
export interface Answer<Node> {
  readonly node: Node;
  readonly userErrors: readonly { code: string; message: string; path: string[] }[];
}

/** What the cooperation office does with a subgraph of its own. */
export interface Desk {
  /** Runs a mutation; `field` is the field of the payload that holds the node, `selection` what is asked of it. */
  readonly run: <Node = Record<string, unknown>>(
    mutation: string,
    input: object,
    field: string,
    selection: string,
  ) => Promise<Answer<Node>>;
  /** Runs SQL as the owner of the tables. */
  readonly sql: <Row = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>;
  /** How many changes are on record. */
  readonly changes: () => Promise<number>;
  /** Loads the published facts again, as the owner; the tables in which anything changed. */
  readonly reload: () => Promise<string[]>;
}

/** Opens the office. */
export async function openOffice<Subgraph extends Answering>(
  starting: Promise<Subgraph>,
): Promise<Subgraph & Desk> {
  const subgraph = await starting;
  const client = new Client({ connectionString: subgraph.ownerUrl });
  await client.connect();
  const sql = async <Row>(text: string, values: unknown[] = []) =>
    (await client.query(text, values)).rows as Row[];
  return {
    ...subgraph,
    sql,
    changes: async () => {
      const [row] = await sql<{ n: number }>("SELECT count(*)::integer AS n FROM change_record");
      return row?.n ?? NaN;
    },
    reload: async () => {
      const changes = await load(cooperation, { owner: subgraph.ownerUrl });
      return changes
        .filter(({ inserted, updated, deleted }) => inserted + updated + deleted > 0)
        .map(({ table }) => table);
    },
    run: async <Node>(mutation: string, input: object, field: string, selection: string) => {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      const { data } = await subgraph.execute(
        `mutation ($input: ${type}!) { ${mutation}(input: $input) {
           node: ${field} { ${selection} } userErrors { code message path } } }`,
        { input },
      );
      const answer = (data as Record<string, Answer<Node>>)[mutation];
      if (!answer) throw new Error(`no answer of ${mutation}`);
      return answer;
    },
    stop: async () => {
      await client.end();
      await subgraph.stop();
    },
  };
}

/** What is refused: nothing of it is written, and the caller learns the code and the field at fault. */
export async function expectRefused(
  office: Pick<Desk, "changes">,
  work: () => Promise<Answer<unknown>>,
  code: string,
  ...path: string[]
): Promise<void> {
  const before = await office.changes();
  const { node, userErrors } = await work();
  expect(userErrors).toEqual(
    expect.arrayContaining([expect.objectContaining({ code, path: ["input", ...path] })]),
  );
  expect(userErrors.every(({ message }) => message.startsWith("Expected "))).toBe(true);
  expect(node).toBeNull();
  expect(await office.changes()).toBe(before);
}
