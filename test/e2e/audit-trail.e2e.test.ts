import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { GraphQLError } from "graphql";
import { Client } from "pg";
import { withChain } from "../../gateway/audit/chain-reader";
import { verifyChain } from "../../gateway/audit/verify-chain";
import { today } from "../../subgraphs/kit/clock";
import { patience } from "../support/patience";
import { startTestGraph, type TestGraph as WholeGraph } from "../support/graph";
import { officeHeaders } from "../support/identity";
import { mutate } from "../support/mutate";
import { postGraphql } from "../support/post-graphql";
import { TestGraph } from "./support/test-graph";
import type { TestSubgraphDefinition } from "./support/test-subgraph";

/** A subgraph that says whose data it answers, as one says that has policies. */
const people: TestSubgraphDefinition = {
  name: "people",
  sdl: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    type Person @key(fields: "id") { id: ID!  name: String!  secret: String }
    type Query { person(id: ID!): Person  published: Int }
    type Mutation { rename(id: ID!, name: String!): Person }`,
  resolvers: {
    Query: {
      person: (_root: unknown, { id }: { id: string }) => ({ id, name: "x" }),
      published: () => 1,
    },
    Mutation: { rename: (_root: unknown, person: object) => person },
    Person: {
      secret: () => {
        throw new GraphQLError("no");
      },
    },
  },
};

const unavailable = (consequence: string) => [
  { message: expect.stringContaining(consequence), extensions: { code: "AUDIT_UNAVAILABLE" } },
];
/** All that such an answer says. */
const refused = (consequence: string) => ({
  errors: unavailable(consequence),
  extensions: { asOf: today() },
});

describe("a gateway", () => {
  let graph: TestGraph;
  /** What the subgraph says of persons, whatever it is asked. */
  let persons: unknown;
  let counted: unknown;
  beforeAll(async () => {
    graph = await TestGraph.start([people], { SUBGRAPH_TIMEOUT_MS: 5_000 });
  });
  beforeEach(() => {
    persons = ["person:2", "person:1", "person:2"];
    counted = undefined;
    const subgraph = graph.subgraph("people");
    subgraph.received.length = 0;
    subgraph.interceptor = async (request, reply) => {
      if (!(request.body as { query: string }).query.includes("person")) return undefined;
      return reply.send({
        data: { person: { id: "1", name: "架空 太郎", secret: null } },
        extensions: { persons, counted, other: "dropped" },
      });
    };
  });
  afterAll(() => graph.stop());

  it("records whose data an answer holds, says in the log where, and passes none of it on", async () => {
    const clientRequestId = randomUUID();
    const answer = await graph.execute("query Look { person(id: 1) { name } }", {
      headers: { "x-request-id": clientRequestId },
    });
    const requestId = answer.headers.get("x-request-id");
    const entry = (await graph.audit.entries()).at(-1);
    expect(entry).toMatchObject({
      requestId,
      clientRequestId,
      kind: "read",
      subject: "test.office",
      roles: expect.arrayContaining(["dispatch-officer"]),
      purpose: "test",
      persons: ["person:1", "person:2"],
      operation: { type: "query", name: "Look", document: "query Look { person(id: 1) { name } }" },
      errors: [],
    });
    expect(answer.data).toEqual({ person: { name: "架空 太郎" } });
    expect(Object.keys(answer.extensions as object)).toEqual(["cost", "asOf"]);
    const line = graph.log.find(
      (each) => each["requestId"] === requestId && each["msg"] === "answered",
    );
    const head = await withChain(graph.audit.readerUrl, async (chain) => chain.head);
    expect(line?.["audit"]).toEqual({ seq: entry?.seq, hash: head?.hash.toString("hex") });
  });

  it("keeps two entries apart whose caller calls both requests the same", async () => {
    const headers = { "x-request-id": "the-same" };
    for (let time = 0; time < 2; time += 1) {
      await graph.execute("{ person(id: 1) { name } }", { headers });
    }
    const entries = (await graph.audit.entries()).slice(-2);
    expect(entries).toMatchObject([
      { version: 3, clientRequestId: "the-same" },
      { version: 3, clientRequestId: "the-same" },
    ]);
    expect(new Set(entries.map(({ requestId }) => requestId)).size).toBe(2);
  });

  it("records nothing of an answer that holds nobody's data", async () => {
    const before = (await graph.audit.entries()).length;
    const { data } = await graph.execute("{ published }");
    await graph.execute("{ unknown }");
    expect(data).toEqual({ published: 1 });
    await expect(graph.audit.entries()).resolves.toHaveLength(before);
  });

  it("records how many persons an answer counted that are too many to name", async () => {
    persons = [];
    counted = ["Person 501"];
    await graph.execute("{ person(id: 1) { name } }");
    const entry = (await graph.audit.entries()).at(-1);
    expect(entry).toMatchObject({ persons: [], counted: ["Person 501"] });
  });

  it.each([[["501"]], [["Person many"]], ["Person 501"], [[501]]])(
    "uses no answer whose counts are %j",
    async (given) => {
      counted = given;
      const { errors } = await graph.execute("{ person(id: 1) { name } }");
      expect(errors).toMatchObject([{ extensions: { code: "SUBGRAPH_INVALID_RESPONSE" } }]);
    },
  );

  it.each([[["no person"]], [[1]], ["person:1"], [{}], [[null]]])(
    "uses no answer whose persons are %j",
    async (given) => {
      persons = given;
      const { data, errors } = await graph.execute("{ person(id: 1) { name } }");
      expect(data).toEqual({ person: null });
      expect(errors).toMatchObject([{ extensions: { code: "SUBGRAPH_INVALID_RESPONSE" } }]);
    },
  );

  it("answers nothing of a person and changes nothing while the log is away", async () => {
    await graph.audit.down();
    const read = await graph.execute("{ person(id: 1) { name } }");
    graph.subgraph("people").received.length = 0;
    const change = await graph.execute('mutation { rename(id: 1, name: "b") { name } }');
    const published = await graph.execute("{ published }");
    await graph.audit.up();
    expect(read.status).toBe(503);
    expect(JSON.parse(read.text)).toEqual(refused("nothing was answered"));
    expect(change.status).toBe(503);
    expect(JSON.parse(change.text)).toEqual(refused("nothing was changed"));
    expect(change.calls).toEqual([]);
    expect(published.data).toEqual({ published: 1 });
    const { status } = await graph.execute("{ person(id: 1) { name } }");
    expect(status).toBe(200);
  });

  it("answers and changes nothing of the kind without a log", async () => {
    const without = await TestGraph.start([people], { AUDIT_DATABASE_URL: undefined });
    const change = await without.execute('mutation { rename(id: 1, name: "b") { name } }');
    const published = await without.execute("{ published }");
    await without.stop();
    expect(change.status).toBe(503);
    expect(change.errors).toEqual(unavailable("nothing was changed"));
    expect(change.calls).toEqual([]);
    expect(published.data).toEqual({ published: 1 });
  });
});

describe("a change", () => {
  let graph: WholeGraph;
  let dispatch: Client;
  beforeAll(async () => {
    graph = await startTestGraph();
    dispatch = new Client({ connectionString: graph.databases.dispatch.ownerUrl });
    await dispatch.connect();
  });
  afterAll(async () => {
    await dispatch.end();
    await graph.stop();
  });

  const mutation = `mutation Register($input: RegisterOfficialInput!) {
    registerOfficial(input: $input) { official { version } userErrors { code } }
  }`;
  const input = (personnelNumber: string) => ({
    input: { personnelNumber, name: "試験 花子", homeAgency: "JP-MOF", from: "2015-04-01" },
  });
  const post = async (clientRequestId: string, variables: object) =>
    postGraphql(graph.url, mutation, variables, {
      ...(await officeHeaders()),
      "x-request-id": clientRequestId,
    });
  const send = (clientRequestId: string, personnelNumber: string) =>
    post(clientRequestId, input(personnelNumber));
  /** How often the official of {@link heldUp} is in the record of changes. */
  const recordsOf = async (clientRequestId: string) =>
    (
      await dispatch.query(
        "SELECT FROM change_record WHERE record_id = (SELECT id::text FROM official WHERE personnel_number = $1)",
        [clientRequestId.slice(0, 8)],
      )
    ).rowCount;

  /** Waits until another session waits for a lock that this one holds. */
  async function untilWaiting(holder: Client): Promise<void> {
    for (const deadline = Date.now() + patience; Date.now() < deadline; await delay(20)) {
      const { rowCount } = await holder.query(
        "SELECT FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))",
      );
      if (rowCount) return;
    }
    await holder.query("ROLLBACK");
    throw new Error("The change did not come as far as what it was to wait for.");
  }

  /** Sends a change and holds it up in the subgraph until `meanwhile` is over. Its answer may still be to come. */
  async function heldUp(clientRequestId: string, meanwhile: () => Promise<unknown>) {
    await dispatch.query("BEGIN; LOCK TABLE official IN ACCESS EXCLUSIVE MODE");
    const answer = send(clientRequestId, clientRequestId.slice(0, 8)).catch(
      (error: unknown) => error,
    );
    await untilWaiting(dispatch);
    await meanwhile();
    await dispatch.query("COMMIT");
    return { answer };
  }

  it("is on record when its answer arrives, made or refused", async () => {
    for (const [personnelNumber, homeAgency] of [
      ["AUDIT-1", "JP-MOF"],
      ["AUDIT-2", "US-DOD"],
    ]) {
      const clientRequestId = randomUUID();
      const variables = { input: { ...input(personnelNumber ?? "").input, homeAgency } };
      await post(clientRequestId, variables);
      expect((await graph.audit.entries()).at(-1)).toMatchObject({
        clientRequestId,
        kind: "change",
        operation: { type: "mutation", name: "Register" },
        errors: [],
      });
    }
  });

  it("is chained where twenty writers change at the same time", async () => {
    const before = (await graph.audit.entries()).length;
    await Promise.all(
      Array.from({ length: 20 }, async (_none, writer) => {
        for (let number = 0; number < 5; number += 1) {
          const personnelNumber = `MANY-${writer}-${number}`;
          await mutate(graph, "registerOfficial", input(personnelNumber).input, "official { id }");
        }
      }),
    );
    const { entries, findings } = await withChain(graph.audit.readerUrl, (chain) =>
      verifyChain(chain),
    );
    expect({ entries, findings }).toEqual({ entries: before + 100, findings: [] });
  });

  it("that was made while the log went away is said to be perhaps made, and is on record where it was made", async () => {
    const clientRequestId = randomUUID();
    const { answer } = await heldUp(clientRequestId, () => graph.audit.down());
    const answered = await answer;
    await graph.audit.up();
    expect(answered).toMatchObject({ status: 503, errors: unavailable("may have been made") });
    await expect(recordsOf(clientRequestId)).resolves.toBeGreaterThan(0);
    expect(
      (await graph.audit.entries()).filter((entry) => entry["clientRequestId"] === clientRequestId),
    ).toEqual([]);
  });

  it("gets on record where the log comes back in time", async () => {
    const clientRequestId = randomUUID();
    let back: Promise<void> | undefined;
    const { answer } = await heldUp(clientRequestId, async () => {
      await graph.audit.down();
      back = delay(2_000).then(() => graph.audit.up());
    });
    await back;
    expect(await answer).toMatchObject({ status: 200, errors: [] });
    expect((await graph.audit.entries()).at(-1)).toMatchObject({ clientRequestId, kind: "change" });
  });

  it("is on record where it was made when the gateway is killed before it recorded it", async () => {
    const clientRequestId = randomUUID();
    const owner = new Client({ connectionString: graph.audit.ownerUrl });
    await owner.connect();
    const { answer } = await heldUp(clientRequestId, () =>
      owner.query("BEGIN; SELECT FROM audit_head FOR UPDATE"),
    );
    await untilWaiting(owner);
    await graph.gateway.kill();
    await owner.end();
    expect(await answer).toMatchObject({ message: "fetch failed" });
    graph.gateway.restart();
    await graph.gateway.ready();
    await expect(recordsOf(clientRequestId)).resolves.toBeGreaterThan(0);
    const next = await send(randomUUID(), "AUDIT-NEXT");
    expect(next.status).toBe(200);
    const { findings } = await withChain(graph.audit.readerUrl, (chain) => verifyChain(chain));
    expect(findings).toEqual([]);
  });
});
