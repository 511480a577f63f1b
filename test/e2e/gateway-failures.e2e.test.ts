import { setTimeout as delay } from "node:timers/promises";
import { awakeTime } from "../support/awake-time";
import { patience } from "../support/patience";
import { dispatch, fellowship, recruitment } from "./support/personnel-subgraphs";
import { TestGraph } from "./support/test-graph";
import type { Interceptor } from "./support/test-subgraph";

const timeLimit = 1_000;

let graph: TestGraph;
/** The gateway remembers for a while what failed: each test comes a minute after the last one. */
let minutes = 0;
const untilNow = performance.now.bind(performance);
beforeAll(async () => {
  jest.spyOn(performance, "now").mockImplementation(() => untilNow() + minutes * 60_000);
  const settings = { SUBGRAPH_TIMEOUT_MS: timeLimit };
  graph = await TestGraph.start([recruitment, dispatch, fellowship], settings);
});
afterEach(async () => {
  minutes += 1;
  await graph.reset();
});
afterAll(async () => {
  await graph.stop();
  jest.restoreAllMocks();
});

const across = `{ fiscalYear(year: 2023) {
  name(language: JA) solicitation { opensOn } dispatchFigures cohorts
} }`;

const unavailable = (subgraph: string) => ({
  message: `Subgraph "${subgraph}" is unavailable; the rest of the answer is complete.`,
  extensions: { code: "SUBGRAPH_UNAVAILABLE", subgraph },
});

/** Nothing that helps an attacker may be in an answer. */
function expectNothingInternal(text: string): void {
  expect(text).not.toMatch(/127\.0\.0\.1|localhost|ECONN|\.ts|\.js|node_modules|stack|serviceName/);
}

/** Makes a subgraph answer with this instead. */
function answering(body: string, status = 200, type = "application/json"): Interceptor {
  return async (_request, reply) => reply.code(status).type(type).send(body);
}

describe("a subgraph that is down", () => {
  it.each([
    ["recruitment", "solicitation"],
    ["dispatch", "dispatchFigures"],
    ["fellowship", "cohorts"],
  ])("costs only what it alone knows: %s", async (name, field) => {
    const whole = await graph.execute(across);
    await graph.subgraph(name).stop();
    const { data, errors, text, status, calls } = await graph.execute(across);
    expect(status).toBe(200);
    expect(data.fiscalYear).toEqual({ ...whole.data.fiscalYear, [field]: null });
    expect(errors).toEqual([{ ...unavailable(name), path: ["fiscalYear", field] }]);
    expectNothingInternal(text);
    expect(calls).toContainEqual(
      expect.objectContaining({ subgraph: name, error: "SUBGRAPH_UNAVAILABLE" }),
    );
  });

  it("is asked in the place of another for no more than both know", async () => {
    await graph.subgraph("dispatch").stop();
    await graph.execute(
      `query ($year: Int!, $language: Language, $more: Boolean!) {
        fiscalYear(year: $year) { title: name(language: $language) dispatchFigures @include(if: $more) }
        dispatches @include(if: $more) { id }
      }`,
      { variables: { year: 2023, language: "JA", more: true } },
    );
    const [asked] = graph.subgraph("fellowship").received;
    expect(asked?.query.replace(/\s+/g, " ")).toBe(
      "query ($year: Int!, $language: Language) { fiscalYear(year: $year) { title: name(language: $language) } }",
    );
    expect(asked?.variables).toEqual({ year: 2023, language: "JA" });
  });

  it("is not missed for what the caller left out", async () => {
    await graph.subgraph("dispatch").stop();
    const query = `query ($more: Boolean = false) {
      fiscalYear(year: 2023) { name dispatchFigures @include(if: $more) }
    }`;
    const without = await graph.execute(query);
    expect([without.data, without.errors]).toEqual([{ fiscalYear: { name: "FY2023" } }, []]);
    const { data, errors } = await graph.execute(query, { variables: { more: true } });
    expect(data).toEqual({ fiscalYear: { name: "FY2023", dispatchFigures: null } });
    expect(errors.map(({ path }) => path)).toEqual([["fiscalYear", "dispatchFigures"]]);
  });

  it("is not noticed where others know everything that was asked of it", async () => {
    await graph.subgraph("dispatch").stop();
    const { data, errors, calls } = await graph.execute(`{ countries { code name } }`);
    expect(data.countries).toHaveLength(3);
    expect(errors).toEqual([]);
    expect(calls.map(({ subgraph, error }) => [subgraph, error])).toEqual([
      ["dispatch", "SUBGRAPH_UNAVAILABLE"],
      ["fellowship", undefined],
    ]);
  });

  it("is passed over as a stand-in while its failure is fresh", async () => {
    await graph.subgraph("dispatch").stop();
    await graph.subgraph("fellowship").stop();
    const first = await graph.execute(`{ countries { code name } }`);
    expect(first.calls.map(({ subgraph }) => subgraph)).toEqual([
      "dispatch",
      "fellowship",
      "recruitment",
    ]);
    const second = await graph.execute(`{ countries { code name } }`);
    expect(second.errors).toEqual([]);
    expect(second.calls.map(({ subgraph }) => subgraph)).toEqual(["dispatch", "recruitment"]);
  });

  it("keeps a list another subgraph can give, with null for what only it knows", async () => {
    await graph.subgraph("recruitment").stop();
    const { data, errors } = await graph.execute(`{ countries { applicants } }`);
    expect(data).toEqual({ countries: Array(3).fill({ applicants: null }) });
    expect(errors).toEqual([{ ...unavailable("recruitment"), path: ["countries"] }]);
  });

  it("leaves null, and an error with a path, where it adds to entities", async () => {
    await graph.subgraph("fellowship").stop();
    const { data, errors, calls } = await graph.execute(
      `{ dispatches { country { code fellows } } }`,
    );
    expect(data.dispatches[0]).toEqual({ country: { code: "JP", fellows: null } });
    expect(errors).toEqual([{ ...unavailable("fellowship"), path: ["dispatches"] }]);
    expect(calls.map(({ subgraph }) => subgraph)).toEqual(["dispatch", "fellowship"]);
  });

  it("names the field where it adds to one entity", async () => {
    await graph.subgraph("fellowship").stop();
    const { errors } = await graph.execute(
      `{ country(code: "JP") { code fellows dispatches { id } } }`,
    );
    expect(errors).toEqual([{ ...unavailable("fellowship"), path: ["country", "fellows"] }]);
  });

  it("is asked once in a request, however many steps need it", async () => {
    await graph.subgraph("fellowship").stop();
    const { calls, errors } = await graph.execute(
      `{ country(code: "JP") { fellows dispatches { country { fellows honours } } } }`,
    );
    expect(calls.filter(({ subgraph }) => subgraph === "fellowship")).toHaveLength(1);
    expect(errors).toHaveLength(2);
  });

  it("fails a mutation without asking another subgraph", async () => {
    await graph.subgraph("recruitment").stop();
    const { data, errors, calls } = await graph.execute(
      `mutation { openSolicitation(year: 2023) { name } }`,
    );
    expect(data).toEqual({ openSolicitation: null });
    expect(errors).toEqual([
      {
        ...unavailable("recruitment"),
        message:
          'Subgraph "recruitment" is unavailable; it was not asked, so the change was not made. Send it again later.',
        path: ["openSolicitation"],
      },
    ]);
    expect(calls).toHaveLength(1);
  });

  it("costs as much where it says that it is too busy, and a change of it was not made", async () => {
    const body = '{"errors":[{"message":"too busy","extensions":{"code":"TOO_BUSY"}}]}';
    for (const name of ["recruitment", "fellowship"]) {
      graph.subgraph(name).interceptor = answering(body, 503);
    }
    const { data, errors } = await graph.execute(`{ fiscalYear(year: 2023) { name cohorts } }`);
    expect(data).toEqual({ fiscalYear: { name: "FY2023", cohorts: null } });
    expect(errors).toEqual([{ ...unavailable("fellowship"), path: ["fiscalYear", "cohorts"] }]);
    const change = await graph.execute(`mutation { openSolicitation(year: 2023) { name } }`);
    expect(change.errors).toMatchObject([
      {
        message: expect.stringContaining("is unavailable; it was not asked") as string,
        extensions: { code: "SUBGRAPH_UNAVAILABLE" },
      },
    ]);
  });

  it("leaves the gateway alive and ready, and /ready says which one it is", async () => {
    await graph.subgraph("recruitment").stop();
    const ready = await fetch(`${graph.url}/ready`);
    const text = await ready.text();
    expect([ready.status, JSON.parse(text)]).toEqual([
      200,
      {
        status: "ready",
        recruitment: "does not answer",
        dispatch: "ready",
        fellowship: "ready",
      },
    ]);
    expectNothingInternal(text);
  });

  it("differs on /ready from one that is not ready and from one that hangs", async () => {
    graph.subgraph("recruitment").readiness = () => Promise.resolve(false);
    graph.subgraph("dispatch").readiness = () => delay(patience, true, { ref: false });
    let states: unknown;
    const waited = await awakeTime(async () => {
      states = await Promise.all(
        [1, 2].map(async () => (await fetch(`${graph.url}/ready`)).json()),
      );
    });
    expect(waited).toBeLessThan(2_000);
    expect(states).toEqual(
      Array(2).fill({
        status: "ready",
        recruitment: "not ready",
        dispatch: "does not answer",
        fellowship: "ready",
      }),
    );
  });

  it("answers again once it is back, without a restart of the gateway", async () => {
    await graph.execute(across);
    await graph.subgraph("recruitment").stop();
    expect((await graph.execute(across)).data.fiscalYear.solicitation).toBeNull();
    await graph.subgraph("recruitment").start();
    const { data, errors } = await graph.execute(across);
    expect(data.fiscalYear.solicitation).toEqual({ opensOn: "2023-11-29" });
    expect(errors).toEqual([]);
  });

  it("with all others leaves errors, null and a gateway that is not ready", async () => {
    for (const subgraph of graph.subgraphs.values()) await subgraph.stop();
    const { data, errors, text, status } = await graph.execute(across);
    expect([status, data]).toEqual([200, { fiscalYear: null }]);
    expect(errors).toHaveLength(3);
    expectNothingInternal(text);
    expect((await fetch(`${graph.url}/ready`)).status).toBe(503);
    expect((await fetch(`${graph.url}/health`)).status).toBe(200);
  });

  it("counts as down while a proxy says so", async () => {
    graph.subgraph("dispatch").interceptor = answering("<h1>Bad gateway</h1>", 502, "text/html");
    const { data, errors } = await graph.execute(across);
    expect(data.fiscalYear.name).toBe("令和5年度");
    expect(errors[0]?.extensions?.["code"]).toBe("SUBGRAPH_UNAVAILABLE");
  });
});

describe("a subgraph that is slow", () => {
  it.each([
    ["{ dispatchChanges(waitSeconds: 3) }", {}],
    ["query ($seconds: Int!) { dispatchChanges(waitSeconds: $seconds) }", { seconds: 3 }],
    ["query ($seconds: Int! = 3) { dispatchChanges(waitSeconds: $seconds) }", {}],
  ])("has the time besides that it was asked to wait: %s %j", async (query, variables) => {
    graph.subgraph("dispatch").interceptor = () => delay(2 * timeLimit);
    const { data, errors } = await graph.execute(query, { variables });
    expect([data, errors]).toEqual([{ dispatchChanges: [] }, []]);
  });

  it.each([
    "{ dispatchChanges }",
    "{ dispatchChanges(waitSeconds: 21) }",
    "{ dispatchChanges(waitSeconds: -1) }",
  ])(
    "has no more time than others where it waits for nothing, or is asked to wait too long: %s",
    async (query) => {
      graph.subgraph("dispatch").interceptor = () => delay(2 * timeLimit);
      const { errors } = await graph.execute(query);
      expect(errors).toMatchObject([{ extensions: { code: "SUBGRAPH_TIMEOUT" } }]);
    },
  );

  it("is waited for no longer than its time limit, and others answer in its place", async () => {
    const end = new AbortController();
    graph.subgraph("dispatch").interceptor = () =>
      delay(patience, undefined, end).catch(() => undefined);
    const asked = graph.execute(across);
    const waited = await awakeTime(() => asked).finally(() => end.abort());
    expect(waited).toBeLessThan(3 * timeLimit);
    const { data, errors } = await asked;
    expect(data.fiscalYear).toMatchObject({
      name: "令和5年度",
      dispatchFigures: null,
      cohorts: [28],
    });
    expect(errors).toEqual([
      {
        message: `Subgraph "dispatch" did not answer in time; the rest of the answer is complete.`,
        path: ["fiscalYear", "dispatchFigures"],
        extensions: { code: "SUBGRAPH_TIMEOUT", subgraph: "dispatch" },
      },
    ]);
  });
});

describe("a subgraph that answers nonsense", () => {
  it.each([
    ["HTML", answering("<h1>Hello from 10.0.0.1</h1>", 200, "text/html")],
    ["text that is not JSON", answering("at connect (server.js:1:1)")],
    ["JSON that is not an object", answering("[1]")],
    ["an object without data and errors", answering(`{"status":"10.0.0.1"}`)],
    ["errors that are not objects", answering(`{"errors":["10.0.0.1"]}`)],
    ["data that is not an object", answering(`{"data":"10.0.0.1"}`)],
    ["an HTTP error without GraphQL", answering(`{"error":"10.0.0.1"}`, 500)],
  ])("is reported without a word of it: %s", async (_name, interceptor) => {
    graph.subgraph("recruitment").interceptor = interceptor;
    const { data, errors, text } = await graph.execute(`{ secret dispatches { id } }`);
    expect(data.dispatches).toHaveLength(30);
    expect(errors).toEqual([
      {
        message: `Subgraph "recruitment" gave an answer that cannot be used; the rest of the answer is complete.`,
        path: ["secret"],
        extensions: { code: "SUBGRAPH_INVALID_RESPONSE", subgraph: "recruitment" },
      },
    ]);
    expectNothingInternal(text);
    expect(text).not.toContain("10.0.0.1");
  });

  it("is passed over as a stand-in", async () => {
    await graph.subgraph("dispatch").stop();
    graph.subgraph("fellowship").interceptor = answering(
      `{"data":null,"errors":[{"message":"a"}]}`,
    );
    const { data, errors, calls } = await graph.execute(`{ countries { code } }`);
    expect([data.countries.length, errors]).toEqual([3, []]);
    expect(calls.map(({ subgraph }) => subgraph)).toEqual([
      "dispatch",
      "fellowship",
      "recruitment",
    ]);
  });

  it("is reported where it gives too few entities", async () => {
    graph.subgraph("fellowship").interceptor = answering(`{"data":{"_entities":[]}}`);
    const { errors } = await graph.execute(`{ dispatches { country { fellows } } }`);
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      { code: "SUBGRAPH_INVALID_RESPONSE", subgraph: "fellowship" },
    ]);
  });

  it("is reported where what it says does not fit the schema", async () => {
    graph.subgraph("dispatch").interceptor = answering(`{"data":{"countries":[{"code":"JP"}]}}`);
    const { data, errors, extensions } = await graph.execute(`{ countries { code name } }`);
    expect(data).toBeNull();
    expect(errors).toEqual([
      {
        message: "Cannot return null for non-nullable field Country.name.",
        path: ["countries", 0, "name"],
        extensions: { code: "SUBGRAPH_INVALID_RESPONSE" },
      },
    ]);
    expect(Object.keys(extensions as object)).toEqual(["cost", "asOf"]);
  });
});

describe("an error in a subgraph", () => {
  it("reaches the caller with message, path, code and the subgraph's name where it is the caller's", async () => {
    const { errors, status } = await graph.execute(`{ refused }`);
    expect(status).toBe(200);
    expect(errors).toEqual([
      {
        message: "Expected a filter.",
        locations: [{ line: 1, column: 3 }],
        path: ["refused"],
        extensions: { code: "INVALID_FILTER", subgraph: "recruitment" },
      },
    ]);
  });

  it("reaches the caller also with an HTTP status of its own", async () => {
    const error = {
      message: "Too much.",
      extensions: { code: "INVALID_FILTER", http: { status: 418 } },
    };
    graph.subgraph("recruitment").interceptor = answering(JSON.stringify({ errors: [error] }), 400);
    const { errors, status } = await graph.execute(`{ refused }`);
    expect(status).toBe(200);
    expect(errors).toEqual([
      { message: "Too much.", extensions: { code: "INVALID_FILTER", subgraph: "recruitment" } },
    ]);
  });

  it("is masked where it is unexpected, under the request id both logs know", async () => {
    const { errors, text, headers } = await graph.execute(`{ secret }`);
    const requestId = String(headers.get("x-request-id"));
    expect(errors).toEqual([
      {
        message: `Something went wrong on our side. Report it with request id ${requestId}.`,
        path: ["secret"],
        extensions: { code: "INTERNAL_SERVER_ERROR", subgraph: "recruitment" },
      },
    ]);
    expect(text).not.toContain("hunter2");
  });

  it.each(["DOWNSTREAM", "toString", 7])(
    "is masked where its code is not ours: %s",
    async (code) => {
      const error = {
        message: "connect ECONNREFUSED 10.0.0.1:5432",
        extensions: {
          code,
          stacktrace: ["at pool.js:1"],
          exception: { host: "10.0.0.1" },
        },
      };
      graph.subgraph("recruitment").interceptor = answering(JSON.stringify({ errors: [error] }));
      const { errors, text } = await graph.execute(`{ secret }`);
      expect(errors[0]?.extensions).toEqual({
        code: "INTERNAL_SERVER_ERROR",
        subgraph: "recruitment",
      });
      expectNothingInternal(text);
      expect(text).not.toContain("10.0.0.1");
    },
  );

  it("keeps nothing but its code where the code is known and the rest is not", async () => {
    const extensions = {
      code: "INVALID_DATE",
      stacktrace: ["at pool.js:1"],
      serviceName: "10.0.0.1",
    };
    graph.subgraph("recruitment").interceptor = answering(
      JSON.stringify({ data: { secret: null }, errors: [{ message: "Bad date.", extensions }] }),
    );
    const { errors } = await graph.execute(`{ secret }`);
    expect(errors).toEqual([
      { message: "Bad date.", extensions: { code: "INVALID_DATE", subgraph: "recruitment" } },
    ]);
  });
});
