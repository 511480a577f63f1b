import { serverAudits } from "graphql-http";
import { recruitment } from "./support/personnel-subgraphs";
import { TestGraph } from "./support/test-graph";

let graph: TestGraph;
beforeAll(async () => {
  graph = await TestGraph.start([recruitment]);
});
afterAll(() => graph.stop());

const audits = serverAudits({ url: () => `${graph.url}/graphql` });
const required = (level: string) => audits.filter(({ name }) => name.startsWith(`${level} `));

describe("GraphQL over HTTP", () => {
  it("has 13 audits a server must pass and 23 it should", () => {
    expect([required("MUST").length, required("SHOULD").length]).toEqual([13, 23]);
  });

  it.each(
    [...required("MUST"), ...required("SHOULD")].map((audit) => [audit.name, audit] as const),
  )("%s", async (_name, audit) => {
    const result = await audit.fn();
    expect({ status: result.status, reason: "reason" in result ? result.reason : "" }).toEqual({
      status: "ok",
      reason: "",
    });
  });
});
