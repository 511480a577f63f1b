import { Draw } from "../support/statistics/draw";
import { Sweep } from "../support/sweep";
import type { FuzzCase } from "./support/fuzz/case";
import { drawOperation } from "./support/fuzz/draw-operation";
import {
  drawFieldFaults,
  drawResponseFaults,
  problemOf,
  reproduction,
} from "./support/fuzz/fuzz-case";
import { type Faults, FuzzedGraph } from "./support/fuzz/fuzzed-graph";
import { knownDifferences } from "./support/fuzz/known-differences";
import { shapes } from "./support/fuzz/subgraphs";

const sweep = new Sweep("gateway", __filename);
const [atATime, mostShown, ofSuite] = [6, 3, 160];
const first = Number(process.env["SEED"] ?? 1);
const asked = process.env["OPERATIONS"];

/** The seeds of as many operations as are asked for, or of those of the suite. */
function seeds(): readonly number[] {
  const all = (length: number) => Array.from({ length }, (_none, index) => first + index);
  return asked === undefined ? sweep.of(all(ofSuite)) : all(Number(asked));
}

type DrawFaults = (draw: Draw, graph: FuzzedGraph) => Faults;

interface Found {
  readonly seed: number;
  readonly problem: string;
  readonly fuzzCase: FuzzCase;
}

/** Asks random operations and says which were answered wrongly, each made as small as it can be. */
async function problems(graph: FuzzedGraph, drawFaults: DrawFaults): Promise<string> {
  const left = [...seeds()].reverse();
  const found: Found[] = [];
  const { schema } = graph.facts;
  const work = async () => {
    for (let seed = left.pop(); seed !== undefined; seed = left.pop()) {
      const draw = new Draw(seed);
      const operation = drawOperation(draw, { schema, depth: 4, isWanted: () => true });
      const fuzzCase = { ...operation, faults: drawFaults(draw, graph) };
      const problem = await problemOf(graph, fuzzCase);
      if (problem !== undefined && !isKnown(problem, fuzzCase))
        found.push({ seed, problem, fuzzCase });
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  const shown: string[] = [];
  for (const { seed, problem, fuzzCase } of found.slice(0, mostShown)) {
    shown.push(`SEED=${seed} ${problem}\n${await reproduction(graph, fuzzCase)}`);
  }
  if (found.length > 0) shown.push(`${found.length} of ${seeds().length} operations`);
  return shown.join("\n\n");
}

function isKnown(problem: string, fuzzCase: FuzzCase): boolean {
  return knownDifferences.some(({ isOfIt }) => isOfIt(problem, fuzzCase));
}

describe("a federation of all shapes answers random operations", () => {
  let graph: FuzzedGraph;
  beforeAll(async () => {
    graph = await FuzzedGraph.start(shapes);
  });
  afterAll(() => graph.stop());

  it("as one schema over the data of all does", async () => {
    expect(await problems(graph, () => ({}))).toBe("");
  });

  it("as one schema does where the same fields fail", async () => {
    expect(
      await problems(graph, (draw, fuzzed) => ({ fields: drawFieldFaults(draw, fuzzed) })),
    ).toBe("");
  });

  it("with what no fault has touched, where subgraphs answer wrongly", async () => {
    expect(
      await problems(graph, (draw, fuzzed) => ({ responses: drawResponseFaults(draw, fuzzed) })),
    ).toBe("");
  });
});
