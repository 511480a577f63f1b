/** A person, as `official:12`, who may still have to be looked up; `undefined` where it turns out to be nobody. */
export type Person = string | undefined | Promise<string | undefined>;

/** Rows of a type that were counted. */
export interface CountOfPersons {
  readonly typeName: string;
  readonly total: number;
  /** Whom they are about; `null` where they are too many to be named. */
  readonly persons: (() => readonly Person[]) | null;
}

/** The most persons that all counts of one answer name, those of very short ones apart. */
const mostNamed = 500;

/** A count of so few rows tells much of each: those whom it counted are named in any case. */
export const veryShort = 5;

/**
 * Whom the counts of one answer counted: so many persons that an answer stays small, and those of short counts before
 * those of long ones, which tell less of each. Of the others how many. In which order they were counted is no matter,
 * nor how often the same persons are.
 */
export class PersonsCounted {
  private readonly counts: CountOfPersons[] = [];

  /** Adds a count. */
  add(count: CountOfPersons): void {
    this.counts.push(count);
  }

  /** Those who are named, and the counts of the others, as `Official 1931`, sorted. */
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
