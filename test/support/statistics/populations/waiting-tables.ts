import type { PublicKnowledge, TrueGroup, TrueTable } from "../intruder-knowledge";

/**
 * What releases say while corrections wait: what was released stays, flows of later years are as they are, and stocks
 * follow from the last one and the flows since. There are none that would come to less than nothing.
 */
export function whileWaiting(
  before: readonly TrueTable[],
  now: readonly TrueTable[],
  { balances }: PublicKnowledge,
): TrueTable[] {
  const tables = new Map(before.map((table) => [nameOf(table), table]));
  const flows = new Map([...now, ...before].map((table) => [nameOf(table), table]));
  for (const table of now) {
    if (tables.has(nameOf(table))) continue;
    const balance = balances.find(({ stock }) => stock === table.measure);
    const follows = balance ? followed(table, balance, tables, flows) : table;
    if (follows) tables.set(nameOf(table), follows);
  }
  return [...tables.values()];
}

function followed(
  { measure, dimensions, period }: TrueTable,
  { came, went }: PublicKnowledge["balances"][number],
  stocks: ReadonlyMap<string, TrueTable>,
  flows: ReadonlyMap<string, TrueTable>,
): TrueTable | undefined {
  const year = Number(period.slice(0, 4)) - 1;
  const last = stocks.get(nameOf({ measure, dimensions, period: `${year}-03-31` }));
  if (!last) return undefined;
  const flow = (of: string) => flows.get(nameOf({ measure: of, dimensions, period: `FY${year}` }));
  const groups = new Map<string, TrueGroup>();
  const add = (table: TrueTable | undefined, by: 1 | -1) => {
    for (const { keys, count } of table?.groups ?? []) {
      const name = JSON.stringify(keys.map((key) => (key === undefined ? 0 : key)));
      groups.set(name, { keys, count: (groups.get(name)?.count ?? 0) + by * count });
    }
  };
  add(last, 1);
  add(flow(came), 1);
  add(flow(went), -1);
  const all = [...groups.values()];
  return all.some(({ count }) => count < 0)
    ? undefined
    : { measure, dimensions, period, groups: all };
}

function nameOf({ measure, dimensions, period }: Omit<TrueTable, "groups">): string {
  return JSON.stringify([measure, dimensions, period]);
}
