import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gatewayShape } from "../../gateway/env";
import { errorCodes } from "../../subgraphs/kit/errors";
import { serveShape, setupShape } from "../../subgraphs/kit/subgraph/env";
import { startTestGraph, type TestGraph } from "../support/graph";
import { callerHeaders } from "../support/identity";
import { accessLists, scopeTable } from "./access-table";
import { anchorsOf, examplesOf, filesNamedIn, linksOf, markdownFiles } from "./readme-files";
import { codeTable, variableTable } from "./tables";

const project = join(__dirname, "..", "..");
/** Whom a README does not name has no token, and says nothing of a purpose. */
const publicHeaders = { authorization: undefined, "graph-purpose": undefined };

const files = markdownFiles();
const sources = ["gateway", "schema", "subgraphs", "test"].flatMap((folder) =>
  readdirSync(join(project, folder), { recursive: true, encoding: "utf8" }).map((path) =>
    join(folder, path),
  ),
);

/** What the code gives, by the README and the name that its markers bear there. */
const generated: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  "gateway/README.md": { "gateway-variables": () => variableTable(gatewayShape) },
  "gateway/access/README.md": { scopes: scopeTable, access: accessLists },
  "gateway/errors/README.md": { "error-codes": () => codeTable(errorCodes) },
  "subgraphs/README.md": {
    "subgraph-variables": () => variableTable({ ...serveShape, ...setupShape }),
  },
};

describe("the READMEs", () => {
  it.each(Object.entries(generated))(
    "%s has the tables the code gives (npm run readme writes them)",
    (name, tables) => {
      const { path, text } = files.find((file) => file.name === name) ?? { path: name, text: "" };
      let expected = text;
      for (const [table, write] of Object.entries(tables)) {
        const [begin, end] = [`<!-- ${table}:begin -->`, `<!-- ${table}:end -->`];
        const [before = "", rest = ""] = expected.split(begin);
        const [, after = ""] = rest.split(end);
        expected = `${before}${begin}\n\n${write()}\n\n${end}${after}`;
      }
      if (process.env["UPDATE_README"]) writeFileSync(path, expected);
      else expect(text).toBe(expected);
    },
  );

  it.each(files)("$name has no link to a file or heading that is not there", (file) => {
    const broken = linksOf(file).filter((link) => {
      const [target = "", anchor] = link.split("#");
      const path = target === "" ? file.path : join(dirname(file.path), target);
      if (!existsSync(path)) return true;
      if (anchor === undefined || statSync(path).isDirectory()) return false;
      return !anchorsOf(readFileSync(path, "utf8")).has(decodeURIComponent(anchor));
    });
    expect(broken).toEqual([]);
  });

  it.each(files)("$name names no file that is not there", (file) => {
    const isThere = (name: string) => sources.some((path) => `/${path}`.endsWith(`/${name}`));
    expect(filesNamedIn(file).filter((name) => !isThere(name))).toEqual([]);
  });

  it.each(["README.md", "README.ja.md"])("%s is shorter than 20 KB", (name) => {
    const text = files.find((file) => file.name === name)?.text ?? "";
    expect(Buffer.byteLength(text)).toBeGreaterThan(0);
    expect(Buffer.byteLength(text)).toBeLessThan(20_000);
  });
});

describe("every query of the READMEs", () => {
  const examples = files.flatMap(examplesOf);
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startTestGraph({ demo: true });
  });
  afterAll(() => graph.stop());

  it.each(["README.md", "README.ja.md"])("is one of several in %s", (name) => {
    expect(examples.filter(({ file }) => file === name).length).toBeGreaterThanOrEqual(3);
  });

  it("is one of no fewer than eight that differ", () => {
    expect(new Set(examples.map(({ query }) => query)).size).toBeGreaterThanOrEqual(8);
  });

  it.each(examples)("is answered as $file says, as $as: $query", async ({ as, query, answer }) => {
    if (answer === undefined) throw new Error("Expected an answer behind the query.");
    const headers = as === undefined ? publicHeaders : await callerHeaders(...as.split(","));
    const { data, errors } = await graph.execute(query, {}, headers);
    expect(errors).toEqual([]);
    expect({ data }).toEqual(JSON.parse(answer));
  });
});
