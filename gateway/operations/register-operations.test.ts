import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readOperationsSettings } from "./env";
import { operationId } from "./operation-id";
import { registerOperations } from "./register-operations";

const settings = readOperationsSettings();
const portal = "query Portal { fiscalYear(year: 2023) { year } }";
const agencies = "query Agencies { ...F }\nfragment F on Query { agencies { code } }";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "personnel-graph-operations-"));
  await write("portal.graphql", `\n  ${portal}\n\n`);
  await write("agencies.graphql", agencies);
});
afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, text: string | Uint8Array) => writeFile(path.join(folder, name), text);
const manifest = () => readFile(path.join(folder, "manifest.json"), "utf8");
const register = (...args: string[]) =>
  registerOperations([...args, "--manifest", "manifest.json"], settings, folder);
const told = (args: string[]) =>
  register(...args).then(
    (said) => `wrote: ${said}`,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

describe("registering operations", () => {
  it("adds the text of each file as it stands, and says by which hash to ask for it", async () => {
    expect(await register("portal", "portal.graphql", "agencies.graphql")).toBe(
      [
        `registered ${operationId(portal)} query Portal`,
        "  needs published",
        `registered ${operationId(agencies)} query Agencies`,
        "  needs published",
        "",
      ].join("\n"),
    );
    const { operations } = JSON.parse(await manifest()) as { operations: unknown[] };
    const clientName = "portal";
    expect(operations).toEqual([
      { id: operationId(agencies), name: "Agencies", type: "query", body: agencies, clientName },
      { id: operationId(portal), name: "Portal", type: "query", body: portal, clientName },
    ]);
  });

  it("says what an operation needs of its caller", async () => {
    await write(
      "pay.graphql",
      `query Pay { dispatches { nodes { payRatio } } network(code: "ACCSM") { code } }`,
    );
    expect(await register("portal", "pay.graphql")).toMatch(
      /^registered .* query Pay\n {2}needs dispatch:pay, dispatch:persons, published; the header graph-purpose\n$/,
    );
  });

  it("gives the same manifest in whatever order and however often", async () => {
    await register("portal", "agencies.graphql", "portal.graphql", "portal.graphql");
    const first = await manifest();
    expect(await register("portal", "portal.graphql")).toMatch(
      /^is there .* query Portal\n  needs published\n$/,
    );
    expect(await manifest()).toBe(first);
    await rm(path.join(folder, "manifest.json"));
    await register("portal", "portal.graphql");
    await register("portal", path.join(folder, "agencies.graphql"));
    expect(await manifest()).toBe(first);
  });

  it("keeps what was registered before under the same name, until it is removed", async () => {
    await register("portal", "portal.graphql");
    await register("another", "portal.graphql");
    await write("portal.graphql", portal.replace("year }", "name }"));
    expect(await register("portal", "portal.graphql")).toMatch(
      /^registered .*\n.*\nstays \S+ query Portal, until it is removed with --remove\n$/,
    );
    expect((await manifest()).match(/"name": "Portal"/g)).toHaveLength(3);
    expect(await register("portal", "--remove", operationId(portal))).toBe(
      `removed ${operationId(portal)} query Portal\n`,
    );
    const { operations } = JSON.parse(await manifest()) as {
      operations: { id: string; clientName: string }[];
    };
    expect(
      operations.map(({ id, clientName }) => [clientName, id === operationId(portal)]),
    ).toEqual([
      ["another", true],
      ["portal", false],
    ]);
  });

  it("marks what everybody can ask, at the address that the file is called by", async () => {
    const text = { description: { en: "Years", ja: "年度" }, parameters: [] };
    await write("portal.json", JSON.stringify(text));
    expect(await register("everybody", "portal.graphql", "--public")).toMatch(
      /^registered .* query Portal\n {2}needs published; everybody can ask it at \/q\/portal\n$/,
    );
    expect(JSON.parse(await manifest())).toMatchObject({
      operations: [{ name: "Portal", public: { address: "portal", ...text } }],
    });
    const first = await manifest();
    expect(await register("everybody", "portal.graphql", "--public")).toMatch(/^is there /);
    expect(await manifest()).toBe(first);
    // An address leads to one operation.
    await write("portal.graphql", portal.replace("year }", "name }"));
    expect(await register("everybody", "portal.graphql", "--public")).toMatch(/^removed /);
    expect((await manifest()).match(/"name": "Portal"/g)).toHaveLength(1);
  });

  it("marks nothing that is not open to everybody, or not described", async () => {
    const text = { description: { en: "a", ja: "b" }, parameters: [] };
    for (const name of ["none", "half", "Large"]) await write(`${name}.graphql`, portal);
    await write("half.json", JSON.stringify({ ...text, description: { en: "a" } }));
    const problems = await told([
      "everybody",
      "none.graphql",
      "half.graphql",
      "Large.graphql",
      "--public",
    ]);
    expect(problems).toContain("none.json: It cannot be read");
    expect(problems).toContain("half.json: description.ja: ");
    expect(problems).toContain("Large.graphql: expected small letters");
    await write("pay.graphql", "query Pay { dispatches { nodes { payRatio } } }");
    await write("pay.json", JSON.stringify(text));
    expect(await told(["everybody", "pay.graphql", "--public"])).toContain(
      "operations.0.public: Expected a caller with dispatch:",
    );
  });

  it("removes an operation that no longer fits the schema", async () => {
    const body = "query Old { gone }";
    const entry = { id: operationId(body), name: "Old", type: "query", body, clientName: "portal" };
    const old = { format: "apollo-persisted-query-manifest", version: 1, operations: [entry] };
    await write("manifest.json", JSON.stringify(old));
    expect(await told(["portal", "portal.graphql"])).toContain(
      `manifest.json: operations.0.body:1:13: Cannot query field "gone" on type "Query".`,
    );
    expect(await register("portal", "portal.graphql", "--remove", entry.id)).toMatch(
      /^removed .* query Old\nregistered .* query Portal\n  needs published\n$/,
    );
  });

  it("says everything that is wrong, with its place, and writes nothing", async () => {
    await register("portal", "portal.graphql");
    const before = await manifest();
    await write("none.graphql", "{\n  agencies { nothing }\n}");
    await write("broken.graphql", "query {");
    await write("latin.graphql", Buffer.from("query Q { agencies { code } } # caf\xe9", "latin1"));
    expect(
      await told(["portal", "none.graphql", "broken.graphql", "latin.graphql", "away.graphql"]),
    ).toBe(
      [
        `none.graphql:2:14: Cannot query field "nothing" on type "Agency".`,
        "none.graphql:1:1: Expected an operation with a name.",
        "broken.graphql:1:8: Syntax Error: Expected Name, found <EOF>.",
        "latin.graphql:1:1: The file cannot be read: it is not UTF-8.",
        "away.graphql:1:1: The file cannot be read: there is none.",
        "Nothing was written.",
      ].join("\n"),
    );
    expect(await manifest()).toBe(before);
    expect(await readdir(folder)).not.toContainEqual(expect.stringMatching(/new$/));
  });

  it.each([
    [[], "Expected the name of a client, received nothing."],
    [["portal"], "Expected a file to register or an id to remove, received neither."],
    [["two words", "portal.graphql"], `The client "two words" cannot be one: expected 1–100`],
    [["portal", "--force"], "Unknown option '--force'"],
    [["portal", "--remove", "0"], "0 is not the id of an operation of portal."],
  ])("says what is wrong with %j", async (args, message) => {
    expect(await told(args)).toContain(message);
  });
});

describe("the operations of the project", () => {
  it("are what registering the files of each client's folder gives", async () => {
    const entries = await readdir(__dirname, { withFileTypes: true });
    for (const { name: client } of entries.filter((entry) => entry.isDirectory())) {
      const files = await readdir(path.join(__dirname, client));
      const documents = files.filter((file) => file.endsWith(".graphql"));
      await register(
        client,
        ...documents.map((file) => path.join(__dirname, client, file)),
        // Of what everybody can ask, people are told something.
        ...(files.length > documents.length ? ["--public"] : []),
      );
    }
    expect(await manifest()).toBe(await readFile(settings.OPERATIONS_MANIFEST, "utf8"));
  });
});
