import { setTimeout as delay } from "node:timers/promises";
import { roleScopes } from "../../gateway/access/roles";
import { areaNames } from "../../subgraphs/areas";
import { today } from "../../subgraphs/kit/clock";
import { tokenOf } from "../support/identity";
import { postGraphql } from "../support/post-graphql";
import { Draw } from "../support/statistics/draw";
import { tellingSubgraphs } from "./support/telling-subgraphs";
import { TestGraph } from "./support/test-graph";

const [requests, atOnce] = [150, 25];
const seed = Number(process.env["SEED"] ?? 1);

/** What all callers ask, so that whatever is kept for a document is kept for all of them. */
const documents = [
  "{ first { firstTold secondTold thirdTold } }",
  "{ firstPersons { id secondTold thirdTold } }",
  "query ($ids: [ID!]) { secondPersons(ids: $ids) { firstTold thirdFriends { id secondTold firstTold } } }",
  "{ third { thirdFriends { firstFriends { secondTold thirdTold } } } shared }",
  "{ a: first { secondTold } b: second { firstTold } c: third { firstTold secondTold } shared }",
  "{ firstPersons { secondRefused } second { thirdRefused firstTold } }",
  'mutation { firstChange(id: "1") { secondTold } thirdChange(id: "2") { firstTold } }',
  "{ shared }",
];

/** A caller, by the headers that are sent, and what subgraphs are to be told of it. */
interface Caller {
  readonly headers: Readonly<Record<string, string>>;
  readonly told: Readonly<Record<string, unknown>>;
}

const kinds = [
  { roles: ["public"] },
  { roles: ["analyst"] },
  { roles: areaNames.map((area) => `${area}-officer`) },
  { roles: [`${areaNames[0]}-officer`] },
  { roles: [`${areaNames[1]}-officer`, "analyst"] },
  { roles: ["municipality"], municipality: "131016" },
  { roles: ["municipality"], municipality: "271004" },
];

async function drawCaller(draw: Draw, request: string): Promise<Caller> {
  const language = draw.one([undefined, "ja", "en", "ja,en;q=0.5"]);
  const day = draw.one([undefined, "2013-06-01", "2019-04-01", "2024-03-31"]);
  const { roles, ...attributes } = draw.one(kinds);
  const isKnown = draw.chance(0.8);
  const subject = isKnown ? draw.one(["one", "two", `some.${draw.int(1, 50)}`]) : "anonymous";
  const given = isKnown ? roles : ["public"];
  const scopes = given.flatMap((role) => roleScopes[role as keyof typeof roleScopes]);
  return {
    headers: {
      "x-request-id": request,
      ...(isKnown && {
        authorization: `Bearer ${await tokenOf({ sub: subject, roles, ...attributes })}`,
      }),
      ...(language !== undefined && { "accept-language": language }),
      ...(day !== undefined && { "graph-as-of": day }),
    },
    told: {
      ...{ subject, roles: given, scopes: [...new Set(scopes)].sort() },
      attributes: isKnown ? attributes : {},
      asOf: day ?? today(),
      // What fetch sends where a caller gives none.
      language: language ?? "*",
      request,
    },
  };
}

/** All that subgraphs said they were told, in data and errors. */
function toldIn(value: unknown): string[] {
  if (typeof value === "string") return value.startsWith("{") ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(toldIn);
}

describe("callers who ask the same at the same time", () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await TestGraph.start(tellingSubgraphs);
  });
  beforeEach(() => graph.reset());
  afterAll(() => graph.stop());

  /** Asks at random as random callers and returns what was told of another caller, and how much was told. */
  const ask = async (
    draw: Draw,
  ): Promise<{ readonly wrong: readonly string[]; readonly told: number }> => {
    const wrong: string[] = [];
    let [told, left] = [0, requests];
    const work = async () => {
      while (left > 0) {
        const request = `request-${(left -= 1)}`;
        const caller = await drawCaller(draw, request);
        const query = draw.one(documents);
        const variables = query.includes("$ids") ? { ids: draw.some(["1", "2", "3", "4"], 4) } : {};
        const { text } = await postGraphql(graph.url, query, variables, caller.headers);
        const answer = JSON.parse(text) as { readonly extensions?: { readonly asOf?: string } };
        const all = toldIn(answer);
        const right = JSON.stringify(caller.told);
        told += all.length;
        wrong.push(...all.filter((each) => each !== right).map((each) => `${each} to ${right}`));
        if (answer.extensions?.asOf !== caller.told["asOf"]) wrong.push(`${text} to ${right}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return { wrong, told };
  };

  it("are each answered with what the subgraphs were told of them", async () => {
    const draw = new Draw(seed);
    for (const subgraph of graph.subgraphs.values()) {
      subgraph.interceptor = () => delay(draw.int(0, 8));
    }
    const { wrong, told } = await ask(draw);
    expect(wrong).toEqual([]);
    expect(told).toBeGreaterThan(2 * requests);
  });

  it("are so where subgraphs do not answer some of them, and others are asked instead", async () => {
    const draw = new Draw(seed + 1);
    for (const subgraph of graph.subgraphs.values()) {
      subgraph.interceptor = async (_request, reply) => {
        await delay(draw.int(0, 8));
        return draw.chance(0.2) ? reply.status(503).send("Not now.") : undefined;
      };
    }
    const { wrong, told } = await ask(draw);
    expect(wrong).toEqual([]);
    expect(told).toBeGreaterThan(requests);
  });
});
