import type { ImportBatch } from "../../kit/import/import-batch";
import { rowsBy } from "../../kit/import/rows-by";
import type { DispatchRefusal } from "../rules/broken-rules";
import { isFollowed } from "./away-until";
import { checkCorrection } from "./correction.rules";
import { checkDispatch, checkHomeAgencyOf, type DispatchTerm } from "./dispatch.rules";
import type { DispatchOnRecord } from "./dispatches-on-record";
import type { ImportedDispatch } from "./imported-dispatch";

/** What the rules of all rows need to know. */
export interface ImportFacts {
  readonly today: string;
  /** Legal basis → the kinds of organization that come under it. */
  readonly typesOfLegalBases: ReadonlyMap<string, readonly string[]>;
}

/** The rules that a row breaks, as those of mutations tell them. */
export function refusalsOf(
  { values, organization, recorded, homeAgency }: ImportedDispatch,
  others: readonly DispatchTerm[],
  { today, typesOfLegalBases }: ImportFacts,
): DispatchRefusal[] {
  const refusals = checkDispatch(values, {
    today,
    organizationType: organization.typeCode,
    typesOfLegalBasis: typesOfLegalBases.get(values.legalBasisCode) ?? [],
    homeAgency,
    others,
  });
  return [
    ...refusals,
    ...(values.cancelledOn === null ? [] : checkHomeAgencyOf(values, homeAgency)),
    ...(recorded?.cancelledOn === null ? checkCorrection(recorded, values) : []),
  ];
}

/** A row, and the other dispatches of its official: those of rows above, and those on record that no row is about. */
export interface AmongOthers {
  readonly one: ImportedDispatch;
  readonly others: readonly DispatchTerm[];
}

/** Puts each row among the others of its official; of one that begins, whether a later one has begun shows then. */
export function amongOthers(
  imported: readonly ImportedDispatch[],
  dispatches: ReadonlyMap<string, readonly DispatchOnRecord[]>,
): AmongOthers[] {
  const all: AmongOthers[] = [];
  for (const [officialId, own] of rowsBy(imported, ({ official }) => official.id)) {
    const onRecord = (dispatches.get(officialId) ?? []).filter(
      ({ cancelledOn }) => cancelledOn === null,
    );
    const inBatch = new Set(own.map(({ recorded }) => recorded?.id));
    const ofNoRow = onRecord.filter(({ id }) => !inBatch.has(id));
    const above: DispatchTerm[] = [];
    for (const given of own) {
      const one = begun(given, [...above, ...onRecord]);
      all.push({ one, others: [...above, ...ofNoRow] });
      const { values, row } = one;
      if (values.cancelledOn === null) above.push({ ...values, place: `line ${row.line}` });
    }
  }
  return all;
}

/** As `startDispatch` notes it: once, when the first day is recorded, by the rows above and by what is on record. */
function begun(one: ImportedDispatch, others: readonly DispatchTerm[]): ImportedDispatch {
  const { recorded, values } = one;
  if (values.startedOn === null || (recorded && recorded.startedOn !== null)) return one;
  return { ...one, values: { ...values, followed: isFollowed(values, others) } };
}

const aboutOthers = new Set(["OVERLAPPING_DISPATCH", "STILL_ON_DISPATCH"]);

/** Whether another dispatch is in the way, whose place the person who reads it needs. */
export function isAboutOthers(refusals: readonly DispatchRefusal[]): boolean {
  return refusals.some(({ code }) => aboutOthers.has(code));
}

/** Says of dispatches on record that come from a row far above on which line it stands. */
export async function withPlaces(
  { row }: ImportedDispatch,
  others: readonly DispatchTerm[],
  batch: ImportBatch,
): Promise<DispatchTerm[]> {
  const lines = await batch.linesOf(
    others.map(({ plannedFrom }) => [row.personnel_number, plannedFrom]),
  );
  return others.map((other, index) => {
    const line = lines[index];
    return { ...other, place: line === undefined ? "on record" : `line ${line}` };
  });
}
