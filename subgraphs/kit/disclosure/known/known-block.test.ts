import loadHighs, { type Highs } from "highs";
import { connectedParts } from "../linked/connected-parts";
import { Deadline } from "./deadline";
import { exactly } from "./interval";
import { KnownBlock, type PossibleValues } from "./known-block";
import { KnownSystem } from "./known-system";

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

/** Of three groups that have 10 persons together one is not empty; none is greater than `most`. */
function oneOfThree(most: number) {
  const system = new KnownSystem();
  const [total, count] = [10, 1].map((value) => {
    const cell = system.add({ isOfPersons: true });
    system.cell(cell).before = exactly(value);
    return cell;
  });
  const groups = [0, 1, 2].map(() => system.add({ isOfPersons: true }));
  const presences = groups.map((presenceOf) => system.add({ isOfPersons: false, presenceOf }));
  const slack = () => system.add({ isOfPersons: false, isSlack: true });
  const sums = [
    { whole: total ?? 0, parts: groups },
    { whole: count ?? 0, parts: presences },
  ];
  for (const { whole, parts } of sums) {
    const terms = [[whole, -1] as const, ...parts.map((part) => [part, 1] as const)];
    system.relations.push({ whole: null, terms });
  }
  for (const [index, group] of groups.entries()) {
    const terms = [[presences[index] ?? 0, most] as const, [group, -1] as const];
    system.relations.push({ whole: null, terms: [...terms, [slack(), -1]] });
  }
  const [part] = connectedParts(system.cells.length, system.relations, (cell) => cell < 2);
  if (!part) throw new Error("no part");
  const block = new KnownBlock(highs, system, part, new Deadline(1e9));
  block.assume((cell) => system.boundsBefore(cell));
  const brokenBy = (values: PossibleValues) =>
    system.relations.filter(({ terms }) => {
      const valueOf = (cell: number) =>
        block.has(cell) ? (values[block.columnOf(cell)] ?? 0) : system.boundsBefore(cell).lower;
      return terms.reduce((sum, [cell, factor]) => sum + factor * valueOf(cell), 0) !== 0;
    });
  return { block, groups, brokenBy };
}

describe("the values that a block finds", () => {
  it.each([10, 1e4, 1e6, 2e7, 1e8])(
    "agree with every relation as whole numbers, with groups of up to %d",
    (most) => {
      const { block, groups, brokenBy } = oneOfThree(most);
      try {
        expect(brokenBy(block.somePossible())).toEqual([]);
        for (const group of groups) {
          for (const direction of [1, -1] as const) {
            const { reachedWith } = block.limit(group, direction);
            if (reachedWith) expect(brokenBy(reachedWith)).toEqual([]);
            expect(brokenBy(block.extreme(new Map([[group, direction]])))).toEqual([]);
          }
        }
      } finally {
        block.dispose();
      }
    },
  );
});
