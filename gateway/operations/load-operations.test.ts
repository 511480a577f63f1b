import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSchema } from "graphql";
import pino from "pino";
import { loadOperations } from "./load-operations";
import { formatManifest, type RegisteredOperation } from "./manifest";
import { operationId } from "./operation-id";

const guarded = { schema: buildSchema("type Query { a: Int b: Int }"), policies: new Map() };
const operation = (name: string, body: string): RegisteredOperation => ({
  ...{ id: operationId(body), name, type: "query", body, clientName: "portal" },
});
const one = operation("A", "query A { a }");
const other = operation("B", "query B { b }");

const shown = { address: "b", description: { en: "B", ja: "B" }, parameters: [] };

let folder: string;
let file: string;
const logged: string[] = [];
const logger = pino({ level: "error" }, { write: (line: string) => void logged.push(line) });
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "personnel-graph-manifest-"));
  file = path.join(folder, "manifest.json");
  logged.length = 0;
});
afterEach(() => rm(folder, { recursive: true }));

describe("the registered operations", () => {
  it("are those of the manifest as it is, without a restart", async () => {
    await writeFile(file, formatManifest([one]));
    const operations = await loadOperations(file, guarded, logger);
    expect((await operations.current()).ofClient("portal", other.id)).toBeUndefined();
    await writeFile(file, formatManifest([one, other]));
    expect((await operations.current({ atOnce: true })).ofClient("portal", other.id)).toEqual(
      other,
    );
    await writeFile(file, formatManifest([other]));
    expect((await operations.current({ atOnce: true })).body(one.id)).toBeUndefined();
  });

  it.each([
    ["cannot be read", "{"],
    ["does not fit the schema", formatManifest([operation("C", "query C { nothing }")])],
    ["has an id of another body", formatManifest([{ ...other, id: one.id }])],
    ["shows what is not open to everybody", formatManifest([{ ...other, public: shown }])],
  ])("stay where the manifest %s, and the log says so once", async (_what, text) => {
    await writeFile(file, formatManifest([one]));
    const operations = await loadOperations(file, guarded, logger);
    await writeFile(file, text);
    for (let times = 0; times < 3; times += 1) {
      expect((await operations.current({ atOnce: true })).body(one.id)).toBe(one.body);
    }
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain("the last good operations serve");
    expect(logged[0]).toContain("manifest.json is not usable");
  });

  it("must be there at start", async () => {
    await expect(loadOperations(file, guarded, logger)).rejects.toThrow("cannot be read. Write it");
    await writeFile(file, "{");
    await expect(loadOperations(file, guarded, logger)).rejects.toThrow("is not usable");
  });
});
