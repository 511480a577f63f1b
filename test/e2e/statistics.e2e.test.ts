import { startTestGraph, type TestGraph } from "../support/graph";
import { callerHeaders } from "../support/identity";

jest.setTimeout(120_000);

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph({ demo: true });
});
afterAll(() => graph.stop());

it("scratch", async () => {
  const f = "{ nodes { id value computed { value lower upper } agreement difference notComputableReason } }";
  const query = `{
    dispatchFigures(first: 200) ${f} recruitmentFigures(first: 200) ${f} fellowshipFigures(first: 200) ${f} cooperationFigures(first: 200) ${f}
    dispatchDiscrepancies { id difference } recruitmentDiscrepancies { id difference } fellowshipDiscrepancies { id difference } cooperationDiscrepancies { id difference }
  }`;
  for (const role of [undefined, "public"] as const) {
    const answer = await graph.execute<any>(query, {}, role === undefined ? {} : await callerHeaders(role));
    const out = [JSON.stringify(answer.errors)];
    for (const [k, v] of Object.entries<any>(answer.data ?? {})) for (const n of v.nodes ?? v) out.push(k + " " + Object.values(n).map((x: any) => x && typeof x === "object" ? Object.values(x).join("/") : x).join(" | "));
    console.log(out.join("\n"), answer.calls.length, answer.statements);
  }
});
