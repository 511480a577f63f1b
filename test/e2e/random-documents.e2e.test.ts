import { readFileSync } from "node:fs";
import type { GraphQLSchema } from "graphql";
import { roles } from "../../gateway/access/roles";
import { type Budgets, parseBudgets } from "../../gateway/limits/budgets";
import { apiSchema } from "../../schema/api-schema";
import { startTestGraph } from "../support/graph";
import { officeHeaders } from "../support/identity";
import { postGraphql } from "../support/post-graphql";
import { Draw } from "../support/statistics/draw";
import { Sweep } from "../support/sweep";
import { dressUp } from "./support/dressed-document";
import { dispatch, fellowship, recruitment } from "./support/personnel-subgraphs";
import { drawPlainFields, type IsWanted, printPlainFields } from "./support/plain-document";
import { TestGraph } from "./support/test-graph";

/** How often each plain document is dressed up, and how many are asked at a time. */
const [dresses, atATime] = [8, 6];
const sweep = new Sweep("gateway", __filename);
/** Another number tries other documents. */
const shift = Number(process.env["DOCUMENTS_SEED"] ?? 0);

/** Enough for any document: these are about what is answered. */
const boundless = {
  ...{
    cost: Number.MAX_SAFE_INTEGER,
    depth: 100,
    aliases: 10_000,
    directives: 10_000,
    fields: 1e6,
    tokens: 20_000,
  },
  requestsPerMinute: 1e6,
  requestsAtOnce: 100,
  places: 100,
};
const budgets = JSON.stringify(Object.fromEntries(roles.map((role) => [role, boundless])));

/** The graph that is asked, and what of it. */
interface Asked {
  readonly url: string;
  readonly schema: GraphQLSchema;
  readonly isWanted: IsWanted;
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

/** Asks as many plain documents, each in other words too, and says where the answers differ. */
async function differences(asked: Asked, documents: number): Promise<string> {
  const all = Array.from({ length: documents }, (_none, index) => shift + index + 1);
  const seeds = [...sweep.of(all)];
  const found: string[] = [];
  const work = async () => {
    for (let seed = seeds.pop(); seed !== undefined; seed = seeds.pop()) {
      found.push(...(await differencesOf(asked, seed)));
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return found.slice(0, 3).join("\n\n");
}

async function differencesOf(
  { url, schema, isWanted }: Asked,
  seed: number,
): Promise<readonly string[]> {
  const ask = async (query: string, variables: object = {}): Promise<Body> =>
    JSON.parse((await postGraphql(url, query, variables, await officeHeaders())).text) as Body;
  const draw = new Draw(seed);
  const fields = drawPlainFields(draw, schema, isWanted);
  const plain = printPlainFields(fields);
  const { data, errors } = await ask(plain);
  const differing = errors ? [`seed ${seed}: ${plain}\n${JSON.stringify(errors)}`] : [];
  for (let dress = 0; dress < dresses; dress += 1) {
    const { query, variables, answerFrom } = dressUp(draw, fields, "Query");
    const answer = await ask(query, variables);
    const right = answerFrom(data);
    if (answer.errors || canonical(answer.data) !== canonical(right)) {
      const words = [plain, query, JSON.stringify(variables)];
      const answers = [{ data: right }, answer].map((each) => JSON.stringify(each).slice(0, 2_000));
      differing.push([`seed ${seed}`, ...words, ...answers].join("\n"));
    }
  }
  return differing;
}

/** A value as text that is the same whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1))
      : each,
  );
}

function schemaIn(supergraph: string): GraphQLSchema {
  return apiSchema(readFileSync(supergraph, "utf8"));
}

describe("random documents with aliases, fragments, conditions and variables", () => {
  it("are answered with the data of plain ones by the whole graph", async () => {
    const graph = await startTestGraph({ gatewayVariables: { BUDGETS: budgets } });
    try {
      const schema = schemaIn("schema/supergraph.graphql");
      // Statistics are counted against budgets of their own, and without records nothing is released to check against.
      const isWanted: IsWanted = (coordinate) => !/(Statistics|ReleaseCheck)$/.test(coordinate);
      expect(await differences({ url: graph.url, schema, isWanted }, 60)).toBe("");
    } finally {
      await graph.stop();
    }
  });

  it("are answered with the data of plain ones where most fields are of other subgraphs", async () => {
    const BUDGETS = parseBudgets(budgets) as Budgets;
    const settings = { BUDGETS, SUBGRAPH_TIMEOUT_MS: 10_000 };
    const graph = await TestGraph.start([recruitment, dispatch, fellowship], settings);
    try {
      const schema = schemaIn(graph.supergraphPath);
      const failing = ["Query.secret", "Query.refused", "Query.dispatches"];
      const isWanted: IsWanted = (coordinate) => !failing.includes(coordinate);
      expect(await differences({ url: graph.url, schema, isWanted }, 190)).toBe("");
    } finally {
      await graph.stop();
    }
  });
});
