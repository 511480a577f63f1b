import { readFile, writeFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { dispatch, recruitment } from "../../test/e2e/support/personnel-subgraphs";
import { TestGraph } from "../../test/e2e/support/test-graph";
import { newTestKeys, ownTestKeys, type TestKeys } from "../../test/support/assertions";

let keys: TestKeys;
let graph: TestGraph;
beforeAll(async () => {
  keys = await ownTestKeys();
  graph = await TestGraph.start([recruitment, dispatch]);
});
afterAll(() => graph.stop());

const kidsOf = async (file: string) =>
  (JSON.parse(await readFile(file, "utf8")) as { keys: { kid: string }[] }).keys.map(
    ({ kid }) => kid,
  );
const ask = () =>
  graph.execute('{ language dispatches { id } country(code: "JP") { applicants } }');

it("exchanges keys under load without a single failure", async () => {
  const before = await kidsOf(keys.files.public);
  let isRunning = true;
  const failures: unknown[] = [];
  let answers = 0;
  const load = Array.from({ length: 4 }, async () => {
    while (isRunning) {
      const { errors } = await ask();
      answers += 1;
      failures.push(...errors);
    }
  });
  for (const step of ["add", "switch", "retire"] as const) {
    await keys.files.run(step);
    await delay(1_500);
  }
  isRunning = false;
  await Promise.all(load);
  expect(failures).toEqual([]);
  expect(answers).toBeGreaterThan(20);
  const after = await kidsOf(keys.files.public);
  expect(after).toHaveLength(1);
  expect(after).not.toEqual(before);
  expect(await kidsOf(keys.files.signing)).toEqual(after);
});

it("keeps the last good keys while a file is broken, and logs that once", async () => {
  const good = await readFile(keys.files.signing, "utf8");
  const complaints = () =>
    graph.log.filter(
      ({ msg }) => msg === "a file of keys cannot be used; the last good keys serve",
    );
  try {
    await writeFile(keys.files.signing, '{"keys":[');
    await delay(1_100);
    expect((await ask()).errors).toEqual([]);
    await delay(1_100);
    expect((await ask()).errors).toEqual([]);
    expect(complaints()).toMatchObject([
      { variable: "SIGNING_KEYS_FILE", reason: "it is not JSON." },
    ]);
  } finally {
    await writeFile(keys.files.signing, good);
  }
  await delay(1_100);
  expect((await ask()).errors).toEqual([]);
});

it("reports that a subgraph's answer cannot be used where it knows none of the gateway's keys", async () => {
  const good = await readFile(keys.files.public, "utf8");
  const other = await newTestKeys();
  try {
    await writeFile(keys.files.public, await readFile(other.files.public, "utf8"));
    await delay(1_100);
    const { errors, text } = await graph.execute("{ language }");
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      { code: "SUBGRAPH_INVALID_RESPONSE", subgraph: "recruitment" },
    ]);
    expect(text).not.toContain("assertion");
    expect(JSON.stringify(graph.log)).toContain("INVALID_ASSERTION: The gateway's assertion");
  } finally {
    await writeFile(keys.files.public, good);
  }
});

it("makes no second first key, and does no step that loses the key that signs", async () => {
  const own = await newTestKeys();
  await expect(own.files.run("new")).rejects.toThrow(
    /exists already: exchange its key with add\.$/,
  );
  await expect(own.files.run("switch")).rejects.toThrow("There is one key only");
  const [first] = await kidsOf(own.files.signing);
  await own.files.run("add");
  const [signs, next] = await kidsOf(own.files.signing);
  expect(signs).toBe(first);
  expect(await kidsOf(own.files.public)).toEqual([first, next]);
  await own.files.run("switch");
  expect(await kidsOf(own.files.signing)).toEqual([next, first]);
  expect(await readFile(own.files.public, "utf8")).not.toContain('"d"');
});
