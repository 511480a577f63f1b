import type { DataSource } from "typeorm";
import { type FilterInput, mostValues } from "../filter/compile-filter";
import type { FilteredRecords } from "../filter/filtered-records";
import { personsLookedFor } from "../filter/persons-looked-for";
import { readFilter } from "../filter/read-filter";
import { countLists } from "./count-lists";
import { mostNodes } from "./page";

/** What is asked about the persons whom a filter looks for. */
export interface PersonsQuestion {
  readonly filter: FilterInput | null | undefined;
  readonly filterDay: string | undefined;
  /** The property that names the person of a type's rows; `undefined` where they are about nobody. */
  readonly keyOf: (typeName: string) => string | undefined;
}

/** Persons whom one part of a filter looks for. */
export interface SomePersons {
  readonly typeName: string;
  /** How many rows they are of. */
  readonly total: number;
  /** Who they are; `null` where they are too many. */
  readonly keys: readonly string[] | null;
  /** True if the filter says who they are: then all are named whose keys are known. */
  readonly areNamed: boolean;
}

/** Reads whom a filter looks for: one statement for each of its parts that does. */
export async function readPersons(
  database: DataSource,
  records: FilteredRecords,
  { filter, filterDay, keyOf }: PersonsQuestion,
): Promise<readonly SomePersons[]> {
  const isAboutPersons = (typeName: string) => keyOf(typeName) !== undefined;
  const parts = personsLookedFor(readFilter(filter, records), isAboutPersons);
  const found: SomePersons[] = [];
  // One after the other: together they would take all connections of the others.
  for (const { records: one, conditions: condition, isByIdentity } of parts) {
    const { name, entity, filters } = one;
    const mostKeyed = isByIdentity ? mostValues : mostNodes;
    const keyedBy = keyOf(entity.name);
    const request = { first: 0, condition, filterDay, keyedBy, mostKeyed };
    const list = { name, entity, filters };
    const [counted] = await countLists(database, list, undefined, [null], request);
    const { total = 0, keys = null } = counted ?? {};
    found.push({ typeName: entity.name, total, keys, areNamed: isByIdentity });
  }
  return found;
}
