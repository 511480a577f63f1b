import { abstractShapes } from "./support/shapes/abstract-types";
import { keyShapes } from "./support/shapes/keys";
import { requirementShapes } from "./support/shapes/requirements";
import { rootShapes } from "./support/shapes/roots";
import { type AskedOfShape, subgraphsOf } from "./support/shapes/shape";
import { TestGraph } from "./support/test-graph";

const shapes = [...keyShapes, ...requirementShapes, ...abstractShapes, ...rootShapes];

let graph: TestGraph;
beforeAll(async () => {
  graph = await TestGraph.start(subgraphsOf(shapes));
});
afterAll(() => graph.stop());

/** What is answered, and what the specification wants or, where that is known to differ, what is answered instead. */
async function answerOf({ query, variables, knownDifference, ...asked }: AskedOfShape) {
  const answer = await graph.execute(query, { ...(variables && { variables }) });
  const { data, errors = [], calls }: Omit<AskedOfShape, "query"> = knownDifference ?? asked;
  const made = answer.calls.map(({ subgraph, kind }) => `${subgraph} ${kind}`).sort();
  return {
    answered: {
      data: answer.data,
      errors: answer.errors.map(({ path }) => path),
      ...(calls && { calls: made }),
    },
    wanted: { data, errors, ...(calls && { calls }) },
  };
}

describe("a federation answers as the specification wants", () => {
  it.each(
    shapes.flatMap(({ title, asked }) =>
      asked.flatMap((each) => (each.knownDifference ? [] : [{ title, ...each }])),
    ),
  )("where there is $title: $query", async (asked) => {
    const { answered, wanted } = await answerOf(asked);
    expect(answered).toEqual(wanted);
  });

  it.each(
    shapes.flatMap(({ title, asked }) =>
      asked.flatMap((each) =>
        each.knownDifference ? [{ title, why: each.knownDifference.why, ...each }] : [],
      ),
    ),
  )("but for a known difference where there is $title: $query: $why", async (asked) => {
    const { answered, wanted } = await answerOf(asked);
    expect(answered).toEqual(wanted);
  });
});
