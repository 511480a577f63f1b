import { addDays } from "../../../subgraphs/kit/demo/days";
import { type Random, randomOfJapan } from "../../../subgraphs/kit/demo/random";

/** The fiscal years that random days lie in. */
const years = { min: 2018, max: 2023 };

/** Draws for random records: the same for one seed. Days lie around the ends of fiscal years more often than not. */
export class Draw {
  private readonly random: Random;

  constructor(seed: number) {
    this.random = randomOfJapan(seed);
  }

  /** A whole number, both bounds included. */
  int(min: number, max: number): number {
    return this.random.number.int({ min, max });
  }

  /** How many there are of something: of some data sets, many times as many. */
  size(min: number, max: number): number {
    return this.int(min, max) * (this.chance(0.4) ? 4 : 1);
  }

  chance(probability: number): boolean {
    return this.random.datatype.boolean({ probability });
  }

  one<Value>(values: readonly Value[]): Value {
    return this.random.helpers.arrayElement(values);
  }

  /** One of them, each about half as often as the one before it: some groups are large and many are small. */
  skewed<Value>(values: readonly Value[]): Value {
    const [first, ...others] = values;
    if (first === undefined) throw new Error("there is nothing to choose from");
    return others.length === 0 || this.chance(0.45) ? first : this.skewed(others);
  }

  /** Some of them, at least one. */
  some<Value>(values: readonly Value[], most: number): Value[] {
    return this.random.helpers.arrayElements(values, { min: 1, max: most });
  }

  /** A value, or `null` now and then. */
  perhaps<Value>(probability: number, value: () => Value): Value | null {
    return this.chance(probability) ? value() : null;
  }

  year(): number {
    return this.int(years.min, years.max);
  }

  /** A day of a calendar year in which a fiscal year ends. */
  day(year: number = this.year()): string {
    const kind = this.int(1, 20);
    if (kind <= 4) return `${year}-03-31`;
    if (kind <= 8) return `${year}-04-01`;
    if (kind <= 11) return addDays(`${year}-03-31`, this.int(-3, 4));
    if (kind === 12) return year % 4 === 0 ? `${year}-02-29` : `${year}-02-28`;
    return addDays(`${year}-01-01`, this.int(0, 364));
  }

  /** A later day: often a whole number of years later, or one day off. */
  dayAfter(day: string): string {
    if (this.chance(0.4)) return addDays(day, this.int(1, 900));
    const later = `${Number(day.slice(0, 4)) + this.int(1, 4)}${day.slice(4)}`;
    return addDays(later.replace(/(?<!(20|24))-02-29$/, "-02-28"), this.int(-1, 1));
  }

  /** A day not before the one and before the other. */
  dayWithin(from: string, before: string): string {
    const length = Math.round((Date.parse(before) - Date.parse(from)) / 86_400_000);
    return addDays(from, this.chance(0.4) ? 0 : this.int(0, length - 1));
  }
}
