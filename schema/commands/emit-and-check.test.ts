import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { accessDirective, accessSpecification } from "../../subgraphs/kit/access/access-policy";
import { check } from "./check";
import { emit } from "./emit";
import type { Folders } from "../folders";
import { SUBGRAPHS } from "../subgraphs";

const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@composeDirective"])
  @link(url: "${accessSpecification}", import: ["@access"])
  @composeDirective(name: "@access")
${accessDirective}`;
const OPEN = '@access(scopes: ["published"])';
const FILES = [
  ...SUBGRAPHS.map(({ name }) => `${name}.graphql`),
  "supergraph.graphql",
  "api.graphql",
  "README.md",
  "CHANGELOG.md",
];
let root: string;
let folders: Folders;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "schema-"));
  folders = { schema: path.join(root, "schema"), programs: path.join(root, "subgraphs") };
  await mkdir(folders.schema);
  await write("README.md", `${await markers()}\n`);
  for (const { name } of SUBGRAPHS) await serve(name, `"Known." ${name}: Int "New." more: Int`);
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

async function markers(): Promise<string> {
  const readme = await readFile(path.join(__dirname, "../README.md"), "utf8");
  return (readme.match(/<!-- ownership:.* -->/g) ?? []).join("\n");
}

async function write(file: string, text: string): Promise<void> {
  await writeFile(path.join(folders.schema, file), text);
}

/** Stands in for a subgraph's program: prints a schema with these fields on a type of its own. */
async function serve(name: string, fields: string): Promise<void> {
  const type = `T${name}`;
  const query = `"The root." type Query ${OPEN} { "Own." ${name}Root: ${type} }`;
  const sdl = `${LINK} ${query} "A type." type ${type} ${OPEN} { ${fields} }`;
  await program(name, `process.stdout.write(${JSON.stringify(sdl)});`);
}

async function program(name: string, source: string): Promise<void> {
  const folder = path.join(folders.programs, name);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "main.js"), source);
}

describe("emit and check", () => {
  it("are content with each other, and emit then has nothing more to write", async () => {
    expect((await emit(folders)).written).toEqual(FILES);
    expect(await check(folders)).toEqual([]);
    expect(await emit(folders)).toEqual({ written: [], notes: [], problems: [] });
  });

  it("write the local addresses into the supergraph", async () => {
    await emit(folders);
    const supergraph = await readFile(path.join(folders.schema, "supergraph.graphql"), "utf8");
    expect(supergraph).toContain(`name: "dispatch", url: "http://127.0.0.1:4002/graphql"`);
  });

  it("report every file before the first emit, and write none of them in check", async () => {
    const places = (await check(folders)).map(({ where }) => where);
    expect(places).toEqual(FILES);
    expect((await check(folders)).map(({ where }) => where)).toEqual(FILES);
  });

  it("report drift in every file that the code has left behind", async () => {
    await emit(folders);
    await serve("dispatch", `"Known." dispatch: Int "New." more: Int "Newer." most: Int`);
    const problems = await check(folders);
    expect(problems.map(({ check: name, where }) => `${name} ${where}`)).toEqual([
      "drift dispatch.graphql",
      "drift supergraph.graphql",
      "drift api.graphql",
      "changelog CHANGELOG.md",
    ]);
  });

  it("refuse a breaking change until it is marked as intended", async () => {
    await emit(folders);
    await serve("dispatch", `"Known." dispatch: Int`);
    const refused = await emit(folders);
    expect(refused).toMatchObject({ written: [], problems: [{ where: "Tdispatch.more" }] });
    expect((await check(folders)).map(({ check: name }) => name)).toContain("breaking-changes");

    const change = "Field 'more' was removed from object type 'Tdispatch'";
    const entry = { change, reason: "Never used.", on: "2026-11-22" };
    await write("intended-changes.json", JSON.stringify([entry]));
    expect((await emit(folders)).written).toEqual([
      "dispatch.graphql",
      "supergraph.graphql",
      "api.graphql",
      "CHANGELOG.md",
    ]);
    expect(await check(folders)).toEqual([]);
    expect((await emit(folders)).notes).toEqual([expect.stringContaining(change)]);
  });

  it("list every problem of every kind at once", async () => {
    await emit(folders);
    await serve("dispatch", "dispatch: Int more: Int @policy");
    await program("fellowship", `process.stderr.write("no database"); process.exit(3);`);
    const problems = await check(folders);
    const names = problems.map(({ check: name }) => name);
    expect(new Set(names)).toEqual(
      new Set(["read", "descriptions", "refused-directives", "drift"]),
    );
    expect(problems[0]?.message).toContain("no database");
  });

  it("write nothing where a subgraph cannot be read or they do not compose", async () => {
    await serve("dispatch", `"Bad." bad: Nowhere`);
    expect(await emit(folders)).toMatchObject({ written: [] });
    await program("dispatch", `process.stdout.write("Listening on 4002");`);
    expect((await emit(folders)).problems).toMatchObject([{ check: "read", where: "dispatch" }]);
    expect((await check(folders)).length).toBeGreaterThan(1);
  });

  it("report a malformed intended-changes.json", async () => {
    await emit(folders);
    await write("intended-changes.json", `[{ "change": "x", "on": "soon" }]`);
    const [problem] = await check(folders);
    expect(problem?.check).toBe("files");
    expect(problem?.message).toContain("reason");
  });
});
