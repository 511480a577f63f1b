import fc from "fast-check";
import { type CountedCell } from "./counted-cell";
import { type CountedNest } from "./counted-nest";
import { cell, lessThanSum, people, plus } from "./tables.fixture";

/** A nest of given cells, parent → child → count, with sums as margins. */
export function nestOf(cells: Record<string, Record<string, number | CountedCell>>): CountedNest {
  const parents = new Map<string, CountedCell>();
  const children = new Map<string, CountedCell>();
  let total = people(0);
  const inner = Object.entries(cells).map(([parent, row]) => {
    const counted = Object.entries(row).map(([child, given]) => {
      const each = typeof given === "number" ? people(given) : given;
      total = plus(total, each);
      parents.set(parent, plus(parents.get(parent), each));
      children.set(child, plus(children.get(child), each));
      return [child, each] as const;
    });
    return [parent, new Map(counted)] as const;
  });
  return { total, parents, children, cells: new Map(inner) };
}

/** Nests whose cells add up to their margins. One child in ten may be in several parents. */
export const nests = nestsOf(18);

/** Nests of cells named for their parents, but for two of `own + 2`. */
function nestsOf(own: number): fc.Arbitrary<CountedNest> {
  const name = fc.constantFrom(...Array<null>(own).fill(null), "s0", "s1");
  return fc
    .array(fc.array(fc.tuple(cell, name), { maxLength: 5 }), { minLength: 1, maxLength: 6 })
    .map((parents) => {
      const rows = parents.map((children, i) => {
        const row = children.map(([counted, shared], j) => {
          return [shared ?? `c${String(i)}${String(j)}`, counted] as const;
        });
        return [`p${String(i)}`, Object.fromEntries(row)] as const;
      });
      return nestOf(Object.fromEntries(rows));
    });
}

/** Nests some of whose margins are less than the sums of their cells, as of things that are in several groups. */
export const overlappingNests: fc.Arbitrary<CountedNest> = fc
  .tuple(
    nestsOf(8),
    fc.array(fc.constantFrom(0, 0.5, 0.9, 1, 1, 1), { minLength: 9, maxLength: 9 }),
  )
  .map(([nest, shares]) => {
    let next = 0;
    const share = (): number => shares[next++ % shares.length] ?? 1;
    const parents = [...nest.parents.keys()].map((key) => {
      return [key, lessThanSum([[...(nest.cells.get(key)?.values() ?? [])]], share())] as const;
    });
    const children = [...nest.children.keys()].map((key) => {
      const parts = [...nest.cells.values()].flatMap((row) => row.get(key) ?? []);
      return [key, lessThanSum([parts], parts.length > 1 ? share() : 1)] as const;
    });
    const partings = [parents, children].map((margin) => margin.map(([, each]) => each));
    const total = lessThanSum(partings, share());
    return { ...nest, total, parents: new Map(parents), children: new Map(children) };
  });
