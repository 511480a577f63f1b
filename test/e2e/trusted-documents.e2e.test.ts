import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse, print } from "graphql";
import { formatManifest } from "../../gateway/operations/manifest";
import { operationId } from "../../gateway/operations/operation-id";
import { tokenOf } from "../support/identity";
import { dispatch, recruitment } from "./support/personnel-subgraphs";
import { TestGraph } from "./support/test-graph";

const years = "query Year($year: Int!) { fiscalYear(year: $year) { name } }";
const named =
  'query Named { country(code: "JP") { dispatches { country { code: name applicants } } } }';
const open = "mutation Open { openSolicitation(year: 2023) { year } }";
const headers: Record<string, string> = {
  "content-type": "application/json",
  "apollo-require-preflight": "true",
};

let folder: string;
let graph: TestGraph;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "personnel-graph-manifest-"));
  const OPERATIONS_MANIFEST = path.join(folder, "manifest.json");
  const operation = (name: string, type: "query" | "mutation", body: string) => ({
    ...{ id: operationId(body), name, type, body, clientName: "portal" },
  });
  const operations = [
    operation("Year", "query", years),
    operation("Named", "query", named),
    operation("Open", "mutation", open),
  ];
  await writeFile(OPERATIONS_MANIFEST, formatManifest(operations));
  graph = await TestGraph.start([recruitment, dispatch], { OPERATIONS_MANIFEST });
});
beforeEach(() => graph.reset());
afterAll(async () => {
  await graph.stop();
  await rm(folder, { recursive: true });
});

const byHash = (body: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: operationId(body) } },
});
const withoutCost = async (response: Response): Promise<unknown> => {
  const { extensions: _cost, ...body } = (await response.json()) as Record<string, unknown>;
  return body;
};
const post = async (
  content: object,
  sent: Readonly<Record<string, string>> = {},
): Promise<unknown> =>
  withoutCost(
    await fetch(`${graph.url}/graphql`, {
      method: "POST",
      headers: { ...headers, ...sent },
      body: JSON.stringify(content),
    }),
  );
const get = async (content: Readonly<Record<string, object>>, sent = headers) => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(content)) parameters.set(name, JSON.stringify(value));
  const response = await fetch(`${graph.url}/graphql?${parameters.toString()}`, { headers: sent });
  return { status: response.status, body: await withoutCost(response) };
};
const refused = (code: string) => ({
  errors: [expect.objectContaining({ extensions: { code } })],
});
const calls = () => [...graph.subgraphs.values()].flatMap(({ received }) => received).length;

describe("a registered operation", () => {
  const answer = { data: { fiscalYear: { name: "FY2023" } } };

  it("is answered to its hash, by POST and by GET", async () => {
    const variables = { year: 2023 };
    expect(await post({ ...byHash(years), variables })).toEqual(answer);
    expect(await get({ ...byHash(years), variables })).toEqual({ status: 200, body: answer });
    expect(await post(byHash(open))).toEqual({ data: { openSolicitation: { year: 2023 } } });
  });

  it("takes no larger variables than any other", async () => {
    const variables = { year: 2023, more: Array.from({ length: 1_001 }, () => 1) };
    expect(await post({ ...byHash(years), variables })).toEqual(refused("BAD_USER_INPUT"));
    expect(calls()).toBe(0);
  });

  it("may name fields as the gateway names keys", async () => {
    expect(await post(byHash(named))).toEqual({
      data: { country: { dispatches: [{ country: { code: "Japan", applicants: 7 } }] } },
    });
  });

  it("is not changed by GET, nor asked for by a page of another site", async () => {
    expect(await get(byHash(open))).toEqual({ status: 405, body: refused("BAD_REQUEST") });
    const { status } = await get(
      { ...byHash(years), variables: { year: 2023 } },
      {
        "content-type": "text/plain",
      },
    );
    expect(status).toBe(400);
    expect(calls()).toBe(0);
  });
});

describe("an operation that is not registered", () => {
  const query = 'query Mine { country(code: "JP") { name } }';

  it("is not found by its hash, however often it was sent with its text", async () => {
    expect(await post(byHash(query))).toEqual(refused("PERSISTED_QUERY_NOT_FOUND"));
    const japan = { data: { country: { name: "Japan" } } };
    expect(await post({ query, ...byHash(query) })).toEqual(japan);
    expect(await post({ query, ...byHash(query) })).toEqual(japan);
    const before = calls();
    expect(await post(byHash(query))).toEqual(refused("PERSISTED_QUERY_NOT_FOUND"));
    expect((await get(byHash(query))).body).toEqual(refused("PERSISTED_QUERY_NOT_FOUND"));
    expect(calls()).toBe(before);
  });

  it("is not registered under the hash of another", async () => {
    expect(await post({ query, ...byHash(years) })).toEqual(refused("BAD_REQUEST"));
    expect(await post({ ...byHash(years), variables: { year: 2023 } })).toEqual({
      data: { fiscalYear: { name: "FY2023" } },
    });
  });
});

describe("an app", () => {
  const variables = { year: 2023 };
  const query = '{ country(code: "JP") { name } }';
  const tokenFor = async (client_id: string) => ({
    authorization: `Bearer ${await tokenOf({ roles: ["app"], client_id })}`,
  });

  it("runs its own operations, by hash and as their very text", async () => {
    const app = await tokenFor("portal");
    const answer = { data: { fiscalYear: { name: "FY2023" } } };
    expect(await post({ ...byHash(years), variables }, app)).toEqual(answer);
    expect(await post({ query: years, variables }, app)).toEqual(answer);
    expect(await post({ query: `${years}\n`, variables }, app)).toEqual(answer);
    expect(await post({ query: print(parse(years)), variables }, app)).toEqual(answer);
    expect(await get({ ...byHash(years), variables }, { ...headers, ...app })).toEqual({
      status: 200,
      body: answer,
    });
  });

  it("learns the same of everything else, and no subgraph is asked", async () => {
    const app = await tokenFor("portal");
    const another = await tokenFor("another");
    // Whoever may run it makes it known to the gateway, and to no app.
    expect(await post({ query })).toHaveProperty("data.country.name", "Japan");
    const before = calls();
    const answers = [
      await post({ query }, app),
      await post(byHash(query), app),
      await post({ query, ...byHash(query) }, app),
      await post({ query: "{ __schema { types { name } } }" }, app),
      await post({ query: "{ countri { name } }" }, app),
      await post({ query: "{" }, app),
      await post({ query: `${years} ${open}`, operationName: "Year", variables }, app),
      await post({ ...byHash(years), operationName: "Open", variables }, app),
      await post([{ query: years, variables }], app),
      await post({ query: years, variables }, another),
      await post({ ...byHash(years), variables }, another),
    ];
    const told = answers.map((answer) => JSON.stringify(answer).replace(/[\da-f]{64}/, "…"));
    expect(
      new Set(
        told.map((text) => text.replace("received none", "received another, with the hash …")),
      ),
    ).toEqual(
      new Set([
        JSON.stringify({
          errors: [
            {
              message:
                "Expected an operation registered for this app, by its hash in extensions.persistedQuery or as its text, received another, with the hash ….",
              extensions: { code: "OPERATION_NOT_REGISTERED" },
            },
          ],
        }),
      ]),
    );
    expect(calls()).toBe(before);
  });
});
