import { withoutProblems } from "../kit/facts/problem";
import { agencies } from "./agency/agencies";
import type { Agency } from "./agency/agency";
import { readAgencies } from "./agency/agency.facts";
import type { Source } from "./source/source";
import { readSources } from "./source/source.facts";
import { sources } from "./source/sources";

/** What every subgraph shares and none owns, by id or code. */
export interface Catalog {
  readonly sources: ReadonlyMap<string, Source>;
  readonly agencies: ReadonlyMap<string, Agency>;
}

/**
 * Reads the catalog from CSV files.
 * @throws InvalidFacts with everything that is wrong
 */
export function readCatalog(directory: string): Catalog {
  return withoutProblems((problems) => {
    const read = readSources(directory, problems);
    return { sources: read, agencies: readAgencies(directory, read, problems) };
  });
}

/** The catalog this program comes with. */
export const catalog: Catalog = { sources, agencies };
