import { readFile } from "node:fs/promises";
import path from "node:path";
import { operationId } from "../../gateway/operations/operation-id";
import { startTestGraph, type TestGraph } from "../support/graph";
import { tokenOf } from "../support/identity";

const folder = path.join(__dirname, "..", "..", "gateway", "operations", "dispatch-portal");

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph({ demo: true });
});
afterAll(() => graph.stop());

/** Asks by hash, as the portal does. */
async function ask<Data>(file: string, variables: object): Promise<Data> {
  const body = (await readFile(path.join(folder, `${file}.graphql`), "utf8")).trim();
  const scope = "dispatch:records dispatch:persons dispatch:changes";
  const token = await tokenOf({ roles: ["app"], client_id: "dispatch-portal", scope });
  const response = await fetch(`${graph.url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${token}`,
      "graph-purpose": "terms that end",
    },
    body: JSON.stringify({
      variables,
      extensions: { persistedQuery: { version: 1, sha256Hash: operationId(body) } },
    }),
  });
  const answer = (await response.json()) as { data?: Data };
  if (answer.data) return answer.data;
  throw new Error(JSON.stringify({ file, variables, status: response.status, answer }, null, 2));
}

interface Ending {
  readonly dispatches: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string; readonly plannedTo: string }[];
  };
}

describe("the dispatch portal", () => {
  it("lists whose term ends soon, shows one, and learns why it cannot start again", async () => {
    const { dispatches } = await ask<Ending>("dispatches-ending-by", {
      homeAgency: "JP-METI",
      asOf: "2014-03-31",
      endingBy: "2014-09-30",
    });
    const ends = dispatches.nodes.map(({ plannedTo }) => plannedTo);
    expect(ends.length).toBeGreaterThan(0);
    expect(ends).toEqual(ends.toSorted());
    expect(ends.every((end) => end <= "2014-09-30")).toBe(true);

    const id = dispatches.nodes[0]?.id;
    expect(await ask("dispatch-details", { id })).toMatchObject({
      dispatch: { id, homeAgency: { code: "JP-METI" } },
    });
    expect(await ask("start-dispatch", { input: { id, startedOn: "2014-04-01" } })).toMatchObject({
      startDispatch: { dispatch: null, userErrors: [{ code: expect.any(String) }] },
    });
  });
});
