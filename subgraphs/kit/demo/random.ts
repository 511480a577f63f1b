import { base, en, en_US, Faker, ja } from "@faker-js/faker";

/** The source of random numbers and names for a generator of synthetic rows: the same every time for one seed. */
export type Random = Faker;

/** Draws for persons and places of Japan. */
export function randomOfJapan(seed: number): Random {
  return new Faker({ locale: [ja, en, base], seed });
}

/** Draws for persons of the United States. */
export function randomOfUnitedStates(seed: number): Random {
  return new Faker({ locale: [en_US, en, base], seed });
}

/** The element at `index`, counted round and round. */
export function cycled<Element>(elements: readonly Element[], index: number): Element {
  const element = elements[index % elements.length];
  if (element === undefined) throw new Error("there is nothing to choose from");
  return element;
}

/** `count` of each element, one after the other. */
export function repeated<Element>(counts: Iterable<readonly [Element, number]>): Element[] {
  return [...counts].flatMap(([element, count]) => Array<Element>(count).fill(element));
}
