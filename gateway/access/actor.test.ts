import { recruitment } from "../../test/e2e/support/personnel-subgraphs";
import { TestGraph } from "../../test/e2e/support/test-graph";
import { callerHeaders } from "../../test/support/identity";

let graph: TestGraph;
beforeAll(async () => {
  graph = await TestGraph.start([recruitment]);
});
beforeEach(() => graph.reset());
afterAll(() => graph.stop());

const asked = async (role: string, actor: string) => {
  const headers = { ...(await callerHeaders(role)), "x-actor": actor };
  const { errors } = await graph.execute("{ language }", { headers });
  return errors[0]?.extensions?.["code"];
};

it("takes no actor from anybody but an application", async () => {
  for (const role of ["public", "analyst", "dispatch-officer", "municipality"]) {
    expect([role, await asked(role, "clerk")]).toEqual([role, "INVALID_ACTOR"]);
  }
  expect(graph.subgraph("recruitment").received).toEqual([]);
});

it("takes from an application a text only", async () => {
  for (const actor of ["", "%00", "50%", "x".repeat(201)]) {
    expect([actor, await asked("app", actor)]).toEqual([actor, "INVALID_ACTOR"]);
  }
  expect(graph.subgraph("recruitment").received).toEqual([]);
});
