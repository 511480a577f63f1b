import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { type Budget, type Budgets, parseBudgets } from "../../gateway/limits/budgets";
import { callerHeaders, tokenOf } from "../support/identity";
import { patience } from "../support/patience";
import { dispatch, recruitment } from "./support/personnel-subgraphs";
import { TestGraph } from "./support/test-graph";

const query = `{ language }`;

/** Budgets as usual but for what is said, at whatever cost. */
function budgetsWith(changes: Readonly<Record<string, Partial<Budget>>> = {}): Budgets {
  const most = { cost: Number.MAX_SAFE_INTEGER, requestsPerMinute: 1_000 };
  const roles = ["public", "analyst", "dispatch-officer", "recruitment-officer"];
  const all = Object.fromEntries(roles.map((role) => [role, { ...most, ...changes[role] }]));
  const budgets = parseBudgets(JSON.stringify(all));
  if (typeof budgets === "string") throw new Error(budgets);
  return budgets;
}

/** What a request to the subgraph was for, as its caller named it. */
interface Held {
  readonly name: string;
  /** Whether the gateway still waits for the answer. */
  readonly isWaitedFor: () => boolean;
  readonly answer: () => void;
}

let graph: TestGraph;
/** The requests that the subgraph has and does not answer, in the order of their arrival. */
let held: Held[];
afterEach(async () => {
  for (const { answer } of held) answer();
  await graph.stop();
});

/** Starts a graph whose subgraph holds every request until it is told to answer. */
async function start(
  budgets: Budgets,
  settings: Parameters<typeof TestGraph.start>[1] = {},
): Promise<void> {
  held = [];
  graph = await TestGraph.start([recruitment, dispatch], {
    BUDGETS: budgets,
    TRUSTED_PROXIES: ["127.0.0.1"],
    ...settings,
  });
  graph.subgraph("recruitment").interceptor = ({ headers, raw }) =>
    new Promise((resolve) => {
      const name = String(headers["x-request-id"]);
      held.push({
        name,
        isWaitedFor: () => !raw.socket.destroyed,
        answer: () => resolve(undefined),
      });
    });
}

/** Waits until something is so. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + patience; !(await isSo()); await delay(5)) {
    if (Date.now() > deadline) throw new Error("It never came to that.");
  }
}

/** Lets everything that was sent arrive: so many turns of the loop, in each of which this process reads. */
async function arrived(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await delay(1);
}

const namesHeld = () => held.map(({ name }) => name);
const untilHeld = (requests: number) => until(() => held.length >= requests);

/** Answers the requests that the subgraph has. */
function answerHeld(): void {
  for (const { answer } of held.splice(0)) answer();
}

/** Answers everything the subgraph has and will have. */
function answerAll(): void {
  graph.subgraph("recruitment").interceptor = undefined;
  answerHeld();
}

interface Asking {
  readonly address?: string;
  readonly name?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

const publicAddress = "192.0.2.1";

/** What is sent: without a token from an address, unless the headers have one. */
function requestOf({
  address = publicAddress,
  name = randomUUID(),
  headers,
  body = JSON.stringify({ query }),
}: Asking) {
  return {
    headers: {
      "content-type": "application/json",
      "x-forwarded-for": address,
      "x-request-id": name,
      ...headers,
    },
    body,
  };
}

async function ask(asking: Asking = {}) {
  const response = await fetch(`${graph.url}/graphql`, { method: "POST", ...requestOf(asking) });
  const { errors = [] } = (await response.json()) as {
    errors?: { message: string; extensions: { code: string } }[];
  };
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    code: errors[0]?.extensions.code ?? "ANSWERED",
    message: errors[0]?.message,
  };
}

const answered = { status: 200, code: "ANSWERED" };
const tooMany = { status: 429, retryAfter: "1", code: "TOO_MANY_AT_ONCE" };

/** A connection of its own, which a test can close. */
async function connection(): Promise<Socket> {
  const { hostname, port } = new URL(graph.url);
  const socket = connect(Number(port), hostname).on("error", () => undefined);
  await once(socket, "connect");
  return socket;
}

/** A request as it is written on a connection. */
function bytesOf(asking: Asking): string {
  const { headers, body } = requestOf(asking);
  const lines = Object.entries({ host: "graph", ...headers, "content-length": body.length });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return `POST /graphql HTTP/1.1\r\n${head}\r\n${body}`;
}

describe("a caller's requests at once", () => {
  beforeEach(() => start(budgetsWith({ public: { requestsAtOnce: 2, places: 10 } })));

  it("are as many as its budget permits; one more is refused at once", async () => {
    const first = [ask(), ask()];
    await untilHeld(2);
    expect(await ask()).toEqual({
      ...tooMany,
      message: "Expected at most 2 requests at once, received more. Send again in 1 second.",
    });
    const another = ask({ address: "192.0.2.2" });
    await untilHeld(3);
    answerHeld();
    expect(await Promise.all([...first, another])).toMatchObject([answered, answered, answered]);
    const again = ask();
    await untilHeld(1);
    answerAll();
    expect(await again).toMatchObject(answered);
  });

  it("are counted by subject where there is a token, whatever the address", async () => {
    const headers = {
      authorization: `Bearer ${await tokenOf({ sub: "somebody", roles: ["public"] })}`,
    };
    const first = [ask({ headers }), ask({ headers, address: "192.0.2.2" })];
    await untilHeld(2);
    expect(await ask({ headers, address: "192.0.2.3" })).toMatchObject(tooMany);
    answerAll();
    await Promise.all(first);
  });

  it.each<[string, Asking]>([
    ["a body that is no JSON", { body: "{" }],
    ["a body that is too large", { body: `"${"x".repeat(1_100_000)}"` }],
    ["another type of body", { headers: { "content-type": "text/csv" } }],
    ["a purpose that is none", { headers: { "graph-purpose": "" } }],
    ["a token that is refused", { headers: { authorization: "Bearer forged" } }],
    ["a document that does not parse", { body: JSON.stringify({ query: "{" }) }],
  ])("end with a request that is refused: %s", async (_what, asking) => {
    for (let sent = 0; sent < 5; sent += 1) {
      const { status } = await ask(asking).catch(() => ({ status: 413 }));
      expect([200, 400, 401, 413, 415]).toContain(status);
    }
    const ended = ask();
    await untilHeld(1);
    answerAll();
    expect(await ended).toMatchObject(answered);
  });

  it("end when the caller goes away, also with requests that wait behind others on a connection", async () => {
    const socket = await connection();
    socket.write(bytesOf({ name: "one" }) + bytesOf({ name: "two" }));
    await untilHeld(2);
    expect(await ask()).toMatchObject(tooMany);
    // The second is answered first, and its answer cannot be sent before that to the first.
    held.find(({ name }) => name === "two")?.answer();
    await until(async () => (await ask()).code === tooMany.code);
    socket.destroy();
    held.length = 0;
    const asked: Promise<unknown>[] = [];
    await until(async () => {
      asked.push(ask());
      await delay(20);
      return held.length === 2;
    });
    answerAll();
    await Promise.all(asked);
  });

  it("do not count probes and preflights", async () => {
    const first = [ask(), ask()];
    await untilHeld(2);
    for (const path of ["health", "ready"]) {
      const headers = { "x-forwarded-for": publicAddress };
      expect((await fetch(`${graph.url}/${path}`, { headers })).status).toBe(200);
    }
    const options = { method: "OPTIONS", headers: { "x-forwarded-for": publicAddress } };
    expect((await fetch(`${graph.url}/graphql`, options)).status).toBe(204);
    answerAll();
    await Promise.all(first);
  });
});

describe("the places of a role", () => {
  const onePlace = budgetsWith({ public: { places: 1 } });

  it("leave officers alone: 60 of the public and 60 of an analyst's are held, and an officer is answered", async () => {
    const usual = budgetsWith({ analyst: { requestsAtOnce: 60 } });
    await start(usual);
    const token = await tokenOf({ sub: "analyst", roles: ["analyst"] });
    const analyst = { authorization: `Bearer ${token}` };
    const crowd = Array.from({ length: 60 }, (_none, number) => [
      ask({ address: `198.51.100.${number}`, name: `public-${number}` }),
      ask({ headers: analyst, name: `analyst-${number}` }),
    ]).flat();
    const { places: publicPlaces } = usual.public;
    const { places: analystPlaces } = usual.analyst;
    await untilHeld(publicPlaces + analystPlaces);
    const officer = ask({ headers: await callerHeaders("dispatch-officer"), name: "officer" });
    await until(() => namesHeld().includes("officer"));
    held.find(({ name }) => name === "officer")?.answer();
    expect(await officer).toMatchObject(answered);
    const of = (who: string) => namesHeld().filter((name) => name.startsWith(who)).length;
    expect([of("public"), of("analyst")]).toEqual([publicPlaces, analystPlaces]);
    answerAll();
    const codes = new Set((await Promise.all(crowd)).map(({ code }) => code));
    expect([...codes]).toEqual(["ANSWERED"]);
  });

  it("go to addresses in turn", async () => {
    await start(onePlace);
    const asked: Promise<unknown>[] = [];
    const send = (address: string, name: string) => asked.push(ask({ address, name }));
    send("192.0.2.9", "first");
    await untilHeld(1);
    for (const name of ["a1", "a2", "a3"]) {
      send("192.0.2.1", name);
      await arrived();
    }
    send("192.0.2.2", "b1");
    await arrived();
    const order: string[] = [];
    for (let ended = 0; ended < 5; ended += 1) {
      await untilHeld(1);
      order.push(...namesHeld());
      answerHeld();
    }
    expect(order.indexOf("b1")).toBeLessThan(order.indexOf("a2"));
    expect(order).toHaveLength(5);
    await Promise.all(asked);
  });

  it("are not waited for longer than permitted", async () => {
    await start(onePlace, { QUEUE_TIMEOUT_MS: 50 });
    const first = ask({ name: "first" });
    await untilHeld(1);
    expect(await ask({ address: "192.0.2.2" })).toEqual({
      ...tooMany,
      message: "Too many requests are waiting for their turn. Send again in 1 second.",
    });
    expect(namesHeld()).toEqual(["first"]);
    answerAll();
    expect(await first).toMatchObject(answered);
  });

  it("are asked for by a hundred requests at most", async () => {
    await start(onePlace);
    const crowd = Array.from({ length: 120 }, (_none, number) =>
      ask({ address: `198.51.100.${number}` }),
    );
    const refused: unknown[] = [];
    for (const each of crowd) void each.then((answer) => refused.push(answer));
    await until(() => refused.length === 120 - 1 - 100);
    for (const answer of refused) expect(answer).toMatchObject(tooMany);
    answerAll();
    const codes = (await Promise.all(crowd)).map(({ code }) => code);
    expect(codes.filter((code) => code === "ANSWERED")).toHaveLength(101);
  });

  it("are not held by a caller who sends its body slowly", async () => {
    await start(onePlace);
    const socket = await connection();
    socket.write(bytesOf({ name: "slow" }).slice(0, -1));
    const quick = ask({ address: "192.0.2.2", name: "quick" });
    await untilHeld(1);
    expect(namesHeld()).toEqual(["quick"]);
    answerAll();
    expect(await quick).toMatchObject(answered);
    socket.destroy();
  });
});

describe("a caller who goes away", () => {
  const onePlace = budgetsWith({ public: { places: 1 } });

  it("leaves the queue, and its subgraphs are not asked", async () => {
    await start(onePlace);
    const first = ask({ name: "first" });
    await untilHeld(1);
    const gone = await connection();
    gone.write(bytesOf({ name: "gone", address: "192.0.2.2" }));
    await arrived();
    const third = ask({ name: "third", address: "192.0.2.3" });
    gone.destroy();
    await arrived();
    answerHeld();
    await first;
    await untilHeld(1);
    expect(namesHeld()).toEqual(["third"]);
    answerAll();
    await third;
  });

  it("gives up its place, and its requests to subgraphs are given up", async () => {
    await start(onePlace);
    const probes = jest.fn(() => Promise.resolve(true));
    graph.subgraph("recruitment").readiness = probes;
    const gone = await connection();
    gone.write(bytesOf({ name: "gone" }));
    await untilHeld(1);
    const next = ask({ name: "next", address: "192.0.2.2" });
    gone.destroy();
    await untilHeld(2);
    expect(held.map(({ name, isWaitedFor }) => [name, isWaitedFor()])).toEqual([
      ["gone", false],
      ["next", true],
    ]);
    answerAll();
    expect(await next).toMatchObject(answered);
    // Nobody thinks that the subgraph failed: it is not probed, no other was asked instead, and no warning is logged.
    expect([probes.mock.calls.length, graph.subgraph("dispatch").received.length]).toEqual([0, 0]);
    expect(graph.log.filter(({ level }) => Number(level) > 30)).toEqual([]);
  });

  it("has its change made to the end, and recorded", async () => {
    await start(onePlace);
    const body = JSON.stringify({ query: `mutation { openSolicitation(year: 2023) { year } }` });
    const gone = await connection();
    const headers = await callerHeaders("recruitment-officer");
    gone.write(bytesOf({ name: "change", headers, body }));
    await untilHeld(1);
    gone.destroy();
    await arrived();
    expect(held[0]?.isWaitedFor()).toBe(true);
    answerAll();
    await until(async () => (await graph.audit.entries()).length > 0);
    expect(await graph.audit.entries()).toMatchObject([{ kind: "change", errors: [] }]);
  });
});
