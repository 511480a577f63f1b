/** Something that is not as it was recorded, and where. */
export interface Finding {
  readonly kind: FindingKind;
  /** The first entry concerned, by its number in the table. */
  readonly from: number;
  /** The last one; the same as `from` where it is one. */
  readonly to: number;
  /** Where `moved` entries belong, how far `renumbered` ones were shifted, the last number of an `after head`. */
  readonly number?: number;
}

/** What can be wrong with a chain. */
export type FindingKind =
  | "edited"
  | "hash edited"
  | "deleted"
  | "inserted"
  | "moved"
  | "renumbered"
  | "unlinked"
  | "cut off"
  | "after head"
  | "head edited"
  | "head removed"
  | "rewritten";

/** A finding in one line. */
export function describeFinding({ kind, from, to, number = 0 }: Finding): string {
  const where = from === to ? `entry ${from}` : `entries ${from}–${to}`;
  switch (kind) {
    case "edited":
      return from === to
        ? `${where}: edited, or entry ${from - 1} with a hash made to fit it`
        : `${where}: edited`;
    case "hash edited":
      return `${where}: hash edited`;
    case "deleted":
      return `${where}: deleted; entry ${to + 1} cannot be checked without`;
    case "inserted":
      return `${where}: inserted, never appended`;
    case "moved":
      return `${where}: moved, was appended as entry ${number}`;
    case "renumbered":
      return `${where}: renumbered by ${number > 0 ? "+" : ""}${number}`;
    case "unlinked":
      return `${where}: edited or put there, does not follow from entry ${from - 1}`;
    case "cut off":
      return `${where}: cut off`;
    case "after head":
      return `${where}: inserted behind the last entry, ${number}`;
    case "head edited":
      return `head: edited, its hash is not that of entry ${from}`;
    case "head removed":
      return "head: removed";
    case "rewritten":
      return `${where}: rewritten somewhere in there, the checkpoint of entry ${to} has another hash`;
  }
}

/** Joins findings of one kind about entries that follow one another. */
export function merged(findings: readonly Finding[]): Finding[] {
  const result: Finding[] = [];
  for (const finding of [...findings].sort((one, other) => one.from - other.from)) {
    const last = result.at(-1);
    const isNext =
      last?.kind === finding.kind &&
      finding.from === last.to + 1 &&
      finding.kind !== "moved" &&
      finding.number === last.number;
    if (last && isNext) result[result.length - 1] = { ...last, to: finding.to };
    else result.push(finding);
  }
  return result;
}
