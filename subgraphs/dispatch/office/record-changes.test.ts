import { Client } from "pg";
import { withoutScope } from "../../../test/support/callers-without";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { checkDeferred } from "../../kit/import/check-deferred";
import { dispatch } from "../dispatch";
import { Office } from "./office.fixture";

let subgraph: TestSubgraph;
let office: Office;
beforeAll(async () => {
  subgraph = await startTestSubgraph(dispatch);
  office = await Office.open(subgraph);
});
afterAll(async () => {
  await office.close();
  await subgraph.stop();
});

interface FieldChange {
  readonly field: string;
  readonly isShown: boolean;
  readonly before: string | null;
  readonly after: string | null;
}

interface RecordChange {
  readonly action: string;
  readonly actor: string;
  readonly at: string;
  readonly fields: FieldChange[];
  readonly recordId: string;
  readonly recordType: string;
  readonly requestId: string;
  readonly version: number | null;
}

interface Changes {
  readonly nodes: RecordChange[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

const selection = `nodes { action actor at recordType recordId requestId version fields { field isShown before after } }
  pageInfo { hasNextPage endCursor }`;

/** A change in one line: what was done to what, and each field with what it was and is. */
const lineOf = ({ action, recordType, version, fields }: RecordChange): string =>
  [
    `${action} ${recordType} ${version}`,
    ...fields.map(({ field, isShown, before, after }) =>
      isShown ? `${field}: ${before} → ${after}` : `${field}: not shown`,
    ),
  ].join(", ");

describe("the changes of a record", () => {
  async function changesOf(
    id: unknown,
    args = "",
    execute: TestSubgraph["execute"] = subgraph.execute,
  ): Promise<Changes> {
    const { data, errors } = await execute<{ dispatch: { changes: Changes } }>(
      `query ($id: ID!) { dispatch(id: $id) { changes${args} { ${selection} totalCount } } }`,
      { id },
    );
    expect(errors).toEqual([]);
    return data.dispatch.changes;
  }

  it("say who set which field from what to what, latest first, with what belongs to it", async () => {
    const { id } = await office.started({ payRatio: 70, plannedTo: "2021-04-01" });
    await office.done("extendDispatch", "dispatch", {
      id,
      newTo: "2022-04-01",
      consentOn: "2021-01-10",
    });
    const { nodes, totalCount } = await changesOf(id);
    expect(totalCount).toBe(5);
    expect(nodes.slice(0, 4).map(lineOf)).toEqual([
      "extendDispatch Dispatch 4, plannedTo: 2021-04-01 → 2022-04-01",
      "extendDispatch DispatchExtension null, consentOn: null → 2021-01-10, newTo: null → 2022-04-01, previousTo: null → 2021-04-01",
      "startDispatch Dispatch 3, startedOn: null → 2020-04-01",
      "recordDispatchConsent Dispatch 2, consentOn: null → 2020-01-10",
    ]);
    expect(lineOf(nodes[4] as RecordChange)).toMatch(
      /^planDispatch Dispatch 1, country: null → CH, homeAgency: null → JP-METI, .*payRatio: null → 70, /,
    );
    expect(nodes.map(({ recordId }) => recordId)).toEqual([
      ...[id, `${id}/2021-04-01`, id, id, id],
    ]);
    expect(new Set(nodes.map(({ actor }) => actor))).toEqual(new Set(["test.office"]));
    expect(nodes[0]?.requestId).toBe(nodes[1]?.requestId);
    expect(Date.now() - Date.parse(nodes[0]?.at ?? "")).toBeLessThan(600_000);
  });

  it("are found by field, action, actor and day, and read page by page", async () => {
    const { id } = await office.started();
    const actions = async (args: string) =>
      (await changesOf(id, args)).nodes.map(({ action }) => action);
    expect(await actions('(filter: { field: { eq: "consentOn" } })')).toEqual([
      "recordDispatchConsent",
      "planDispatch",
    ]);
    expect(await actions('(filter: { field: { eq: "officialId" } })')).toEqual([]);
    expect(await actions('(filter: { action: { eq: "startDispatch" } })')).toEqual([
      "startDispatch",
    ]);
    expect(await actions('(filter: { actor: { contains: "nobody" } })')).toEqual([]);
    expect(await actions('(filter: { on: { lte: "2020-01-01" } })')).toEqual([]);
    expect(await actions('(filter: { on: { gte: "2020-01-01" } }, first: 1)')).toEqual([
      "startDispatch",
    ]);
    const order = "orderBy: { by: RECORDED, direction: ASC }";
    const one = await changesOf(id, `(first: 2, ${order})`);
    const two = await changesOf(
      id,
      `(first: 2, ${order}, after: "${one.pageInfo.endCursor ?? ""}")`,
    );
    expect([...one.nodes, ...two.nodes].map(({ action }) => action)).toEqual([
      ...["planDispatch", "recordDispatchConsent", "startDispatch"],
    ]);
    expect(two.pageInfo.hasNextPage).toBe(false);
  });

  it("name a field that the caller may not see, and do not show it", async () => {
    const { id } = await office.planned({ payRatio: 70 });
    await office.done("changePlannedDispatch", "dispatch", { id, payRatio: 80, post: "Chief" });
    const { execute } = subgraph.asCaller(withoutScope("dispatch:pay"));
    const { nodes } = await changesOf(id, "(first: 1)", execute);
    expect(nodes.map(lineOf)).toEqual([
      "changePlannedDispatch Dispatch 2, payRatio: not shown, post: Adviser → Chief",
    ]);
    expect(nodes[0]?.fields[0]).toEqual({
      ...{ field: "payRatio", isShown: false, before: null, after: null },
    });
  });

  it("name those whom it was about before, and who made it to those alone who could", async () => {
    const [first, second] = [await office.official(), await office.official()];
    const { id } = await office.planned({ official: first.id });
    await office.done("correctDispatch", "dispatch", {
      ...{ id, official: second.id, reason: "Another was meant." },
    });
    const { extensions } = await subgraph.execute(
      `{ dispatch(id: "${id}") { changes { nodes { kind reason } } } }`,
    );
    for (const official of [first, second]) {
      expect(JSON.stringify(extensions)).toContain(`official:${official.id}`);
    }
    const { execute } = subgraph.asCaller(withoutScope("dispatch:changes"));
    for (const field of ["actor", "requestId", "reason"]) {
      const { errors } = await execute(
        `{ dispatch(id: "${id}") { changes { nodes { ${field} } } } }`,
      );
      expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    }
    const { errors } = await execute(
      `{ dispatch(id: "${id}") { changes(filter: { reason: { contains: "pay" } }) { totalCount } } }`,
    );
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  });

  it("of many records cost as many statements as those of one", async () => {
    await office.planned();
    await office.planned();
    const { statements } = await subgraph.execute(
      "{ dispatchHistory { nodes { changes { nodes { action fields { field } } } } } }",
    );
    expect(statements).toEqual([
      "DispatchHistory",
      "DispatchRecordChange.ofDispatch",
      "dispatchById",
      "personsNoted",
    ]);
  });
});

describe("the changes of an area", () => {
  async function read(
    args: string,
    execute: TestSubgraph["execute"] = subgraph.execute,
  ): Promise<Changes> {
    const { data } = await execute<{ dispatchRecordChanges: Changes }>(
      `{ dispatchRecordChanges${args} { ${selection} } }`,
    );
    return data.dispatchRecordChanges;
  }
  const after = async (cursor: string | null, more = ""): Promise<Changes> =>
    read(`(after: "${cursor ?? ""}"${more})`);
  const endOf = ({ pageInfo }: Changes): string => pageInfo.endCursor ?? "";
  const now = async (): Promise<string> => endOf(await read("(first: 1, latest: true)"));

  it("are read page by page, each once, in the order in which they were committed", async () => {
    const start = await now();
    const { id } = await office.started();
    const all = (await after(start)).nodes.map(lineOf);
    expect(all.map((line) => line.split(",")[0])).toEqual([
      "registerOfficial Official 1",
      "registerOfficial OfficialHomeAgency null",
      "registerOrganization Organization 1",
      "planDispatch Dispatch 1",
      "recordDispatchConsent Dispatch 2",
      "startDispatch Dispatch 3",
    ]);
    const paged: string[] = [];
    for (
      let page = await after(start, ", first: 2");
      ;
      page = await after(endOf(page), ", first: 2")
    ) {
      paged.push(...page.nodes.map(lineOf));
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(paged).toEqual(all);
    const latest = await read("(first: 2, latest: true)");
    expect(latest.nodes.map(({ recordId }) => recordId)).toEqual([id, id]);
    expect((await after(endOf(latest))).nodes).toEqual([]);
  });

  it("come where their transaction commits, however early it began", async () => {
    const start = await now();
    const late = new Client({ connectionString: subgraph.ownerUrl });
    await late.connect();
    await late.query("BEGIN");
    // No transaction can say that it is another.
    await late.query("SELECT set_config('change.commit', '0', true)");
    await late.query(
      `INSERT INTO change_record (actor, request_id, action, record_type, record_id, version, changes)
       VALUES ('late', 'r', 'changeOfficial', 'official', 'x', 2, '{"name": ["a", "b"]}')`,
    );
    await office.official();
    const first = await after(start);
    expect(first.nodes.map(({ action }) => action)).toEqual([
      "registerOfficial",
      "registerOfficial",
    ]);
    await late.query("COMMIT");
    await late.end();
    const second = await after(endOf(first));
    expect(second.nodes.map(lineOf)).toEqual(["changeOfficial Official 2, name: a → b"]);
  });

  it("are committed while a long import has checked what it wrote so far", async () => {
    const start = await now();
    const importing = new Client({ connectionString: subgraph.ownerUrl });
    await importing.connect();
    await importing.query(
      `BEGIN; INSERT INTO change_record (actor, request_id, action, record_type, record_id, changes)
       VALUES ('a', 'r', 'import', 'official', 'x', '{}')`,
    );
    await checkDeferred({ query: (sql: string) => importing.query(sql) } as never);
    const { id } = await office.official();
    await importing.query("COMMIT");
    await importing.end();
    expect((await after(start)).nodes.map(({ recordId }) => recordId)).toEqual([
      ...[id, `${id}/2000-04-01`, "x"],
    ]);
  });

  it("leave out what was undone with a savepoint, and keep what was noted after it", async () => {
    const start = await now();
    const client = new Client({ connectionString: subgraph.ownerUrl });
    await client.connect();
    const note = (id: string) =>
      `INSERT INTO change_record (actor, request_id, action, record_type, record_id, version, changes)
       VALUES ('a', 'r', 'changeOfficial', 'official', '${id}', 2, '{}')`;
    await client.query(
      `BEGIN; SAVEPOINT one; ${note("x")}; ROLLBACK TO one; ${note("y")}; ${note("z")}; COMMIT`,
    );
    await client.end();
    expect((await after(start)).nodes.map(({ recordId }) => recordId)).toEqual(["y", "z"]);
  });

  it("say what is there no longer, to whom it was about", async () => {
    const { id } = await office.planned();
    const { data } = await subgraph.execute<{ dispatch: { official: { id: string } } }>(
      "query ($id: ID!) { dispatch(id: $id) { official { id } } }",
      { id },
    );
    const start = await now();
    await office.done("takeBackDispatch", "dispatch", { id, reason: "Never planned." });
    const answer = await subgraph.execute(
      `{ dispatchRecordChanges(after: "${start}") { nodes { kind recordId version } } }`,
    );
    expect(answer.data).toEqual({
      dispatchRecordChanges: { nodes: [{ kind: "REMOVED", recordId: id, version: 2 }] },
    });
    expect(JSON.stringify(answer.extensions)).toContain(`official:${data.dispatch.official.id}`);
  });

  it("are waited for by few at once, who do not keep others from an answer", async () => {
    const start = await now();
    const since = performance.now();
    const waiting = Array.from({ length: 5 }, () => after(start, ", waitSeconds: 2"));
    await Promise.race(waiting);
    expect(performance.now() - since).toBeLessThan(1_500);
    await Promise.all(waiting);
  });

  it("are waited for", async () => {
    const start = await now();
    const since = performance.now();
    expect((await after(start, ", waitSeconds: 1")).nodes).toEqual([]);
    expect(performance.now() - since).toBeGreaterThan(900);
    const waiting = after(start, ", waitSeconds: 20");
    const official = await office.official();
    expect((await waiting).nodes[0]?.recordId).toBe(official.id);
  });

  it("are about persons, who are noted: also where the caller selects none of them", async () => {
    const start = await now();
    const { id } = await office.planned();
    const { data } = await subgraph.execute<{ dispatch: { official: { id: string } } }>(
      "query ($id: ID!) { dispatch(id: $id) { official { id } } }",
      { id },
    );
    const { extensions } = await subgraph.execute(
      `{ dispatchRecordChanges(after: "${start}") { pageInfo { hasNextPage } } }`,
    );
    expect(JSON.stringify(extensions)).toContain(`official:${data.dispatch.official.id}`);
  });

  it.each([
    ["(waitSeconds: 21)", "INVALID_WAIT", "between 0 and 20, received 21"],
    ["(waitSeconds: -1)", "INVALID_WAIT", "between 0 and 20, received -1"],
    ["(first: 501)", "INVALID_PAGE_SIZE", "received 501"],
    ['(after: "x")', "INVALID_CURSOR", "Expected a cursor given by this list"],
    ['(latest: true, after: "x")', "CONTRADICTORY_PAGE", "received both"],
  ])("refuse %s", async (args, code, message) => {
    const { errors } = await subgraph.execute(`{ dispatchRecordChanges${args} { nodes { id } } }`);
    expect(errors).toMatchObject([
      { extensions: { code }, message: expect.stringContaining(message) },
    ]);
  });

  it("are refused to those who do not see persons", async () => {
    const { execute } = subgraph.asCaller(withoutScope("dispatch:persons"));
    const { errors } = await execute("{ dispatchRecordChanges { nodes { id } } }");
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  });
});
