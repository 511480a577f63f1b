import type { Draw } from "../draw";
import type { Measure } from "../../../../subgraphs/kit/statistics/measure";
import { measureOf, type Population } from "./population";

/** Measures without flows: a nest whose coarse groups are no table of their own, a crossing without its lines. */
const placementMeasures: Readonly<Record<string, Measure>> = {
  FELLOWS: measureOf("FLOW", { agency: {}, program: {}, cohort: { within: "program" } }, [
    ...[[], ["agency"]],
    ["program", "cohort"],
  ]),
  PLACEMENTS: measureOf("STOCK", { agency: {}, host: {} }, [[], ["agency", "host"]]),
  VISITS: measureOf("FLOW", { agency: {}, host: {} }, [
    [],
    ["agency"],
    ["host"],
    ["agency", "host"],
  ]),
};

/** Random placements of up to 300 fellows. */
export function randomPlacements(draw: Draw): Population {
  const years = Array.from({ length: draw.int(2, 4) }, (_year, index) => 2018 + index);
  const size = Math.round(5 * 60 ** (draw.int(0, 1000) / 1000));
  const [agencies, hosts, programs] = [draw.int(1, 8), draw.int(1, 6), draw.int(1, 3)];
  const isSkewed = draw.chance(0.6);
  const one = (name: string, count: number) => {
    const values = Array.from({ length: count }, (_value, index) => `${name}${index}`);
    return isSkewed ? draw.skewed(values) : draw.one(values);
  };
  const fellows = Array.from({ length: size }, (_value, index) => {
    const year = draw.int((years[0] ?? 0) - 2, years.at(-1) ?? 0);
    const program = one("P", programs);
    return {
      ...{ fellow: `F${index}`, year, until: year + draw.int(0, 3) },
      keys: {
        agency: draw.perhaps(0.95, () => one("A", agencies)),
        ...{ host: one("H", hosts), program },
        cohort: `${program} ${one("C", 4)}`,
      },
    };
  });
  const things = (some: typeof fellows) =>
    some.map(({ fellow, keys }) => ({ one: fellow, amount: 1, person: fellow, persons: 1, keys }));
  return {
    name: `${size} fellows in ${years.length} years`,
    ...{
      years,
      measures: placementMeasures,
      knowledge: { balances: [], subsets: [], arrivals: [], groups: [] },
    },
    things: {
      FELLOWS: (year) => things(fellows.filter((fellow) => fellow.year === year)),
      PLACEMENTS: (year) =>
        things(fellows.filter((fellow) => fellow.year <= year && fellow.until > year)),
      VISITS: (year) => things(fellows.filter((fellow) => fellow.until === year)),
    },
  };
}
