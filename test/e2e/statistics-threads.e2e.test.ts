import { randomUUID } from "node:crypto";
import { addDays } from "../../subgraphs/kit/demo/days";
import { assertionHeaders, testCaller, testKeys } from "../support/assertions";
import { demoTemplate } from "../support/demo-template";
import { freePort } from "../support/free-port";
import { type GraphqlAnswer, postGraphql } from "../support/post-graphql";
import { cloneDatabase, type TestDatabase } from "../support/postgres";
import { Program } from "../support/program";

let database: TestDatabase;
const running: Program[] = [];
beforeAll(async () => {
  database = await cloneDatabase("dispatch", await demoTemplate("dispatch"));
});
afterEach(() => Promise.all(running.splice(0).map((program) => program.stop())));
afterAll(() => database.drop());

/** The built program of a subgraph with the synthetic records. */
async function startDispatch(threads: number): Promise<Program> {
  const { files } = await testKeys();
  const program = new Program(
    "subgraphs/dispatch/main.js",
    `http://127.0.0.1:${await freePort()}`,
    {
      DATABASE_URL: database.appUrl,
      GATEWAY_KEYS_FILE: files.public,
      CURSOR_KEYS_FILE: files.cursor,
      PROTECTION_THREADS: String(threads),
    },
  );
  running.push(program);
  await program.ready();
  return program;
}

/** Asks as an analyst, who sees no persons, or as an officer. */
const ask = (
  { url }: Program,
  query: string,
  { subject = "analyst", signal }: { subject?: string; signal?: AbortSignal } = {},
): Promise<GraphqlAnswer<Record<string, unknown>>> => {
  const isOfficer = subject === "officer";
  const caller = testCaller({
    subject,
    roles: [isOfficer ? "dispatch-officer" : "analyst"],
    ...(!isOfficer && {
      scopes: new Set(["published", "dispatch:records", "dispatch:statistics"]),
    }),
  });
  return postGraphql(
    url,
    query,
    {},
    (body) => assertionHeaders("dispatch", body, { requestId: randomUUID(), caller }),
    signal,
  );
};

const parts = "rows { count { value lower upper } } total { value } disclosure { withheld }";

/** Tables of ten days, which no other request asks for. */
function tenDays(request: number): string {
  const days = Array.from({ length: 10 }, (_none, index) =>
    addDays("2018-04-01", 10 * request + index),
  );
  const fields = days.map(
    (day, index) =>
      `day${index}: dispatchStatistics(measure: ON_DISPATCH, asOf: "${day}", groupBy: [HOME_AGENCY, ORGANIZATION_TYPE]) { ${parts} }`,
  );
  return `{ ${fields.join(" ")} }`;
}

const light = "{ officials(first: 1) { nodes { personnelNumber } } }";

const codeOf = ({ errors }: GraphqlAnswer<unknown>) => errors[0]?.extensions?.["code"] ?? null;

it("answers with a thread what it answers without", async () => {
  const [without, one] = [await startDispatch(0), await startDispatch(1)];
  for (const dimensions of ["", "REGION", "HOME_AGENCY, ORGANIZATION_TYPE", "REGION, COUNTRY"]) {
    const query = `{ dispatchStatistics(measure: ON_DISPATCH, fiscalYears: [2013, 2018, 2023], groupBy: [${dimensions}]) { ${parts} } }`;
    const expected = await ask(without, query);
    expect(expected.errors).toEqual([]);
    // Computed first, then kept.
    expect((await ask(one, query)).data).toEqual(expected.data);
    expect((await ask(one, query)).data).toEqual(expected.data);
  }
});

it("answers others while much waits for one caller", async () => {
  const program = await startDispatch(1);
  const answered: string[] = [];
  const asked = (name: string, query: string) =>
    ask(program, query, { subject: name }).then((answer) => {
      answered.push(name);
      const codes = answer.errors.map(({ extensions }) => extensions?.["code"]);
      // On a slow machine, who asks for so much is not waited for to the end.
      if (name === "much") expect(codes).toEqual(codes.map(() => "STATISTICS_BUSY"));
      else expect(codes).toEqual([]);
    });
  const much = Array.from({ length: 12 }, (_none, request) => asked("much", tenDays(request)));
  await Promise.race(much);
  await Promise.all([asked("officer", light), asked("another", tenDays(30)), ...much]);
  expect(answered).toHaveLength(14);
  expect(answered.slice(-1)).toEqual(["much"]);
});

it("computes no more for callers who are gone", async () => {
  const program = await startDispatch(1);
  const many = (from: number, signal?: AbortSignal) =>
    Array.from({ length: 30 }, (_none, request) =>
      ask(program, tenDays(from + request), signal && { signal }),
    );
  const before = await program.processorTime();
  await Promise.all(many(0));
  const between = await program.processorTime();
  const gone = new AbortController();
  const asked = many(30, gone.signal);
  await Promise.race(asked);
  gone.abort();
  await Promise.allSettled(asked);
  // Comes behind all that is begun, and not behind what was given up.
  expect((await ask(program, tenDays(60))).errors).toEqual([]);
  const after = await program.processorTime();
  expect(after - between).toBeLessThan((between - before) / 2);
  expect(await program.stop()).toBe(0);
});

it("refuses what waits when it is to stop, and ends", async () => {
  const program = await startDispatch(1);
  const asked = Array.from({ length: 30 }, (_none, request) => ask(program, tenDays(request)));
  await Promise.race(asked);
  const [code, ...outcomes] = await Promise.all([program.stop(), ...asked]);
  expect(code).toBe(0);
  const codes = new Set(outcomes.map(codeOf));
  expect(codes).toEqual(new Set([null, "STATISTICS_BUSY"]));
});
