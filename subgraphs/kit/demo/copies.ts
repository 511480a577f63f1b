/** One record of the base set in one copy. */
export interface Copied<Base> {
  readonly base: Base;
  /** The copy, from 0. */
  readonly copy: number;
}

/** Every record of the base set in every copy, the copies of one record side by side. */
export function* everyCopy<Base>(bases: Iterable<Base>, copies: number): Generator<Copied<Base>> {
  for (const base of bases) {
    for (let copy = 0; copy < copies; copy++) yield { base, copy };
  }
}

/** The id of a synthetic record: its kind, its place in the base set, and its copy. */
export function syntheticId(kind: string, index: number, copy: number): string {
  return `synthetic-${kind}-${String(index).padStart(6, "0")}-${copy}`;
}
