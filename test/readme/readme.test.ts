import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gatewayShape } from "../../gateway/env";
import { errorCodes } from "../../subgraphs/kit/errors";
import { serveShape, setupShape } from "../../subgraphs/kit/subgraph/env";
import { startTestGraph, type TestGraph } from "../support/graph";
import { accessTable } from "./access-table";
import { codeTable, variableTable } from "./tables";

const path = join(__dirname, "..", "..", "README.md");
const readme = readFileSync(path, "utf8");

describe("the README", () => {
  it("has the tables the code gives (npm run readme writes them)", () => {
    const tables = {
      "subgraph-variables": variableTable({ ...serveShape, ...setupShape }),
      "gateway-variables": variableTable(gatewayShape),
      access: accessTable(),
      "error-codes": codeTable(errorCodes),
    };
    let expected = readme;
    for (const [name, table] of Object.entries(tables)) {
      const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
      const [before = "", rest = ""] = expected.split(begin);
      const [, after = ""] = rest.split(end);
      expected = `${before}${begin}\n\n${table}\n\n${end}${after}`;
    }
    if (process.env["UPDATE_README"]) writeFileSync(path, expected);
    else expect(readme).toBe(expected);
  });
});

describe("every query of the README", () => {
  const examples = [...readme.matchAll(/```graphql\n([^]*?)```\s+```json\n([^]*?)```/g)].map(
    ([, query = "", answer = ""]) => ({ query, answer }),
  );
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startTestGraph({ demo: true });
  });
  afterAll(() => graph.stop());

  it("is one of several", () => {
    expect(examples.length).toBeGreaterThanOrEqual(3);
  });

  it.each(examples)("is answered as it says: $query", async ({ query, answer }) => {
    const { data, errors } = await graph.execute(query);
    expect(errors).toEqual([]);
    expect({ data }).toEqual(JSON.parse(answer));
  });
});
