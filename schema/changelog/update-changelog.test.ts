import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { today } from "../../subgraphs/kit/clock";
import { apiSchemaSdl } from "../api-schema";
import { changelog } from "../checks/changelog";
import { compose } from "../compose";
import { subgraph } from "../subgraph.fixture";
import { changelogEntries } from "./changelog-entries";
import { updateChangelog } from "./update-changelog";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "changelog-"));
});
afterEach(() => rm(folder, { recursive: true }));

const supergraph = (fields: string) =>
  compose([subgraph("dispatch", `type Query { ${fields} }`)]).supergraphSdl ?? "";
const put = (fields: string) =>
  writeFile(path.join(folder, "supergraph.graphql"), supergraph(fields));
const written = () => readFile(path.join(folder, "CHANGELOG.md"), "utf8");
const shown = async () =>
  changelogEntries(await written()).map(
    ({ day, body }) => `${day}: ${body.split("\n").at(-1) ?? ""}`,
  );

function git(when: string, ...given: string[]): void {
  const people = ["AUTHOR", "COMMITTER"].flatMap((who) => [
    ...[`GIT_${who}_NAME=A`, `GIT_${who}_EMAIL=a@example.org`, `GIT_${who}_DATE=${when}`],
  ]);
  execFileSync("env", [...people, "git", "-C", folder, ...given], { stdio: "ignore" });
}

async function commit(fields: string, when: string): Promise<void> {
  await put(fields);
  git(when, "add", "supergraph.graphql");
  git(when, "commit", "-m", fields);
}

describe("updateChangelog", () => {
  it("writes an entry for each day of Git's history, in Japan's days, and for today", async () => {
    git("", "init", "-b", "main");
    await commit("a: Int", "2026-03-01T10:00:00+09:00");
    await commit("a: Int b: Int", "2026-03-02T09:00:00+09:00");
    // 3 March in London is 4 March in Tokyo, where the day ends with d.
    await commit("a: Int c: Int", "2026-03-03T20:00:00Z");
    await commit("a: Int d: Int", "2026-03-04T12:00:00+09:00");
    await put("a: Int d: Int e: Int");
    expect(await updateChangelog(folder)).toBe(true);
    expect(await shown()).toEqual([
      `${today()}: - \`Query\` has new fields: \`e\``,
      "2026-03-04: - `Query` has new fields: `d`",
      "2026-03-02: - `Query` has new fields: `b`",
      "2026-03-01: The first schema: 1 field of `Query`, 0 of `Mutation`.",
    ]);
    expect(await written()).toContain("**Breaking**\n\n- `Query` no longer has the fields: `b`");
    expect(await updateChangelog(folder)).toBe(false);
  });

  it("writes today's entry again as the day goes on, and keeps what is said of earlier days", async () => {
    git("", "init", "-b", "main");
    await commit("a: Int", "2026-03-01T10:00:00+09:00");
    await commit("a: Int b: Int", "2026-03-02T09:00:00+09:00");
    await updateChangelog(folder);
    const noted = (await written()).replace("`b`", "`b`, which offices had asked for");
    await writeFile(path.join(folder, "CHANGELOG.md"), noted);
    await put("a: Int b: Int c: Int");
    await updateChangelog(folder);
    await put("a: Int b: Int d: Int");
    await updateChangelog(folder);
    expect(await shown()).toEqual([
      `${today()}: - \`Query\` has new fields: \`d\``,
      "2026-03-02: - `Query` has new fields: `b`, which offices had asked for",
      "2026-03-01: The first schema: 1 field of `Query`, 0 of `Mutation`.",
    ]);
  });

  it("says that Git's history is missing where there are entries that need it, and writes nothing", async () => {
    git("", "init", "-b", "main");
    await commit("a: Int", "2026-03-01T10:00:00+09:00");
    await commit("a: Int b: Int", "2026-03-02T09:00:00+09:00");
    await updateChangelog(folder);
    const before = await written();
    await put("a: Int c: Int");
    await expect(updateChangelog(folder, () => Promise.resolve([]))).rejects.toThrow(
      "Expected Git to have a schema from before 2026-03-02",
    );
    expect(await written()).toBe(before);
  });
});

describe("the check of the changelog", () => {
  it("needs no history, and finds a schema without an entry", async () => {
    await put("a: Int");
    await updateChangelog(folder);
    const text = await written();
    expect(changelog(text, apiSchemaSdl(supergraph("a: Int")))).toEqual([]);
    const problems = [
      ...changelog(text, apiSchemaSdl(supergraph("a: Int b: Int"))),
      ...changelog(undefined, apiSchemaSdl(supergraph("a: Int"))),
    ];
    expect(problems.map(({ where }) => where)).toEqual(["CHANGELOG.md", "CHANGELOG.md"]);
    expect(problems[0]?.message).toContain("npm run schema:emit");
  });
});
