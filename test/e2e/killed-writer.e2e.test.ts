import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import { startTestGraph, type TestGraph } from "../support/graph";
import { mutate } from "../support/mutate";

let graph: TestGraph;
let owner: Client;
beforeAll(async () => {
  graph = await startTestGraph();
  owner = new Client({ connectionString: graph.databases.dispatch.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await graph.stop();
});

const writers = 20;
const mutationsOfEach = 50;

/**
 * Registers officials one after the other, and notes those that were acknowledged.
 *
 * @param isBack - what is waited for after one that was not: a writer without an answer sends no more until its server
 *   is there again
 */
async function register(
  writer: number,
  acknowledged: Map<string, string>,
  isBack: () => Promise<void>,
): Promise<void> {
  for (let each = 0; each < mutationsOfEach; each += 1) {
    const personnelNumber = `KILL-${writer}-${each}`;
    const { node } = await mutate(
      graph,
      "registerOfficial",
      {
        personnelNumber,
        name: "試験 三郎",
        homeAgency: "JP-MOF",
        from: "2015-04-01",
        idempotencyKey: personnelNumber,
      },
      "official { id version }",
    );
    if (node) acknowledged.set(personnelNumber, node.id);
    else await isBack();
  }
}

interface Whole {
  readonly id: string;
  readonly personnel_number: string;
  readonly agencies: number;
  readonly records: number;
  readonly keys: number;
}

/** Each official with what belongs to the same change. */
async function stored(): Promise<Whole[]> {
  const { rows } = await owner.query<Whole>(`
SELECT id, personnel_number,
  (SELECT count(*)::int FROM official_home_agency WHERE official_id = o.id) AS agencies,
  (SELECT count(*)::int FROM change_record WHERE record_type = 'official' AND record_id = o.id) AS records,
  (SELECT count(*)::int FROM idempotency_key k
   WHERE k.key = personnel_number AND k.answer->'node'->>'id' = o.id) AS keys
FROM official o WHERE personnel_number LIKE 'KILL-%'`);
  return rows;
}

it("keeps every acknowledged one of 1,000 changes and no half one when its process is killed", async () => {
  const acknowledged = new Map<string, string>();
  const { dispatch } = graph.subgraphs;
  let back = Promise.resolve();
  const work = Promise.all(
    Array.from({ length: writers }, (_each, writer) => register(writer, acknowledged, () => back)),
  );
  const killAndRestart = async () => {
    await dispatch.kill();
    dispatch.restart();
    await dispatch.ready();
  };
  for (const threshold of [150, 500]) {
    while (acknowledged.size < threshold) await delay(1);
    back = killAndRestart();
    await back;
  }
  await work;
  const rows = await stored();
  const byNumber = new Map(rows.map((row) => [row.personnel_number, row]));
  const lost = [...acknowledged].filter(([number, id]) => byNumber.get(number)?.id !== id);
  expect(lost).toEqual([]);
  expect(
    rows.filter(({ agencies, records, keys }) =>
      [agencies, records, keys].some((count) => count !== 1),
    ),
  ).toEqual([]);
  const total = writers * mutationsOfEach;
  expect(acknowledged.size).toBeLessThan(total);
  expect(rows.length).toBeGreaterThanOrEqual(acknowledged.size);

  // Sent again with their keys, all 1,000 are made, and none twice.
  const again = new Map<string, string>();
  await Promise.all(
    Array.from({ length: writers }, (_each, writer) => register(writer, again, () => back)),
  );
  expect(again.size).toBe(total);
  expect([...acknowledged].filter(([number, id]) => again.get(number) !== id)).toEqual([]);
  const whole = await stored();
  expect(whole).toHaveLength(total);
  expect(
    new Set(whole.map(({ agencies, records, keys }) => `${agencies} ${records} ${keys}`)),
  ).toEqual(new Set(["1 1 1"]));
});
