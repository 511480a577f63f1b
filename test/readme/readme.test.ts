import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gatewayShape } from "../../gateway/env";
import { errorCodes } from "../../subgraphs/kit/errors";
import { serveShape, setupShape } from "../../subgraphs/kit/subgraph/env";
import { callerHeaders } from "../support/identity";
import { startTestGraph, type TestGraph } from "../support/graph";
import { accessTable } from "./access-table";
import { codeTable, variableTable } from "./tables";

/** Whom the README does not name has no token, and says nothing of a purpose. */
const publicHeaders = { authorization: undefined, "graph-purpose": undefined };

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
  const examples = [
    ...readme.matchAll(/(?:As\s`([^`]+)`:\s+)?```graphql\n([^]*?)```\s+```json\n([^]*?)```/g),
  ].map(([, as, query = "", answer = ""]) => ({ as, query, answer }));
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startTestGraph({ demo: true });
  });
  afterAll(() => graph.stop());

  it("is one of several", () => {
    expect(examples.length).toBeGreaterThanOrEqual(3);
  });

  it.each(examples)("is answered as it says, as $as: $query", async ({ as, query, answer }) => {
    const headers = as === undefined ? publicHeaders : await callerHeaders(...as.split(","));
    const { data, errors } = await graph.execute(query, {}, headers);
    expect(errors).toEqual([]);
    expect({ data }).toEqual(JSON.parse(answer));
  });
});
