import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepCredentials, newCredentials } from "./credentials";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "personnel-graph-credentials-"));
  file = join(folder, "credentials.json");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("adds what a file of an earlier version lacks, and keeps the rest", async () => {
  const { audit: _audit, cooperation: _area, ...earlier } = newCredentials();
  await writeFile(file, JSON.stringify(earlier));
  const upgraded = await keepCredentials(file);
  expect(upgraded).toMatchObject(earlier);
  expect(upgraded.audit.writer).not.toBe("");
  expect(upgraded.cooperation.owner).not.toBe("");
  await expect(keepCredentials(file)).resolves.toEqual(upgraded);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it("refuses a file of another form and leaves it alone", async () => {
  await writeFile(file, "{}");
  await expect(keepCredentials(file)).rejects.toThrow("not in the expected form");
  await expect(readFile(file, "utf8")).resolves.toBe("{}");
});
