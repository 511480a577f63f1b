import { startTestGraph, type TestGraph } from "../support/graph";
import { callerHeaders } from "../support/identity";
import { dispatchMeasures } from "../../subgraphs/dispatch/statistics/dispatch.measures";
import { recruitmentMeasures } from "../../subgraphs/recruitment/statistics/recruitment.measures";
import { fellowshipMeasures } from "../../subgraphs/fellowship/statistics/fellowship.measures";
import { enumName } from "../../subgraphs/catalog/statistics/check-statistics";

jest.setTimeout(120_000);

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph({ demo: true });
});
afterAll(() => graph.stop());

it("scratch", async () => {
  const out: string[] = [];
  for (const [area, { measures }] of [["dispatch", dispatchMeasures], ["recruitment", recruitmentMeasures], ["fellowship", fellowshipMeasures]] as const)
    for (const [m, measure] of Object.entries(measures)) {
      const dims = Object.keys(measure.dimensions);
      const sets = [...dims.map((d) => [d]), ...dims.flatMap((d, i) => dims.slice(i + 1).map((e) => [d, e]))];
      for (const set of sets) {
        const time = measure.time.kind === "STOCK" ? 'asOf: "2024-05-31"' : "fiscalYears: [2023]";
        const q = `{ s: ${area}Statistics(measure: ${m}, ${time}, groupBy: [${set.map(enumName)}], limit: 5000) { rows { count { value suppressed lower upper } } total { value } disclosure { withheld suppressedRows } } }`;
        const off: any = await graph.execute(q);
        const pub: any = await graph.execute(q, {}, await callerHeaders("analyst"));
        if (pub.errors.length || off.errors.length) { out.push(`${m} ${set} ERR ${JSON.stringify(pub.errors)} ${JSON.stringify(off.errors)}`); continue; }
        const small = off.data.s.rows.filter((r: any) => r.count.value < 5).length;
        out.push(`${area} ${m} ${set}: cells ${off.data.s.rows.length} small ${small} suppressed ${pub.data.s.disclosure.suppressedRows} withheld ${pub.data.s.disclosure.withheld} total ${off.data.s.total.value}/${pub.data.s.total.value}`);
      }
    }
  console.log(out.join("\n"));
});
