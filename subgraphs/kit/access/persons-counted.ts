/** A person, as `official:12`, or a promise of it; `undefined` if there is none. */
export type Person = string | undefined | Promise<string | undefined>;

/** Rows of a type that were counted. */
export interface CountOfPersons {
  readonly typeName: string;
  readonly total: number;
  /** The persons they are about; `null` if there are too many to name. */
  readonly persons: (() => readonly Person[]) | null;
}

/** The most persons that are named for all counts of one answer, without those of very short counts. */
const mostNamed = 500;

/** A count of so few rows discloses much of each: the persons it counted are always named. */
export const veryShort = 5;

/**
 * The persons whom the counts of one answer counted. Only so many are named that the answer stays small: those of short
 * counts first, because long ones disclose less of each person. Of the others the number is kept. Neither the order of
 * counts nor repeated persons matter.
 */
export class PersonsCounted {
  private readonly counts: CountOfPersons[] = [];

  /** Adds a count. */
  add(count: CountOfPersons): void {
    this.counts.push(count);
  }

  /** The persons who are named, and the counts of the others, as `Official 1931`, sorted. */
  async all(): Promise<{ named: ReadonlySet<string>; unnamed: readonly string[] }> {
    const named = new Set<string>();
    const unnamed = new Set<string>();
    for (const { typeName, total, persons } of this.counts.sort((a, b) => a.total - b.total)) {
      const found = persons && (await Promise.all(persons().map(async (person) => person)));
      const known = found?.filter((person) => person !== undefined);
      const others = new Set(known?.filter((person) => !named.has(person)));
      if (known && (total <= veryShort || named.size + others.size <= mostNamed)) {
        for (const person of others) named.add(person);
      } else unnamed.add(`${typeName} ${total}`);
    }
    return { named, unnamed: [...unnamed].sort() };
  }
}
