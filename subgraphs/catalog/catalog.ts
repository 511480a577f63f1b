import { join } from "node:path";
import { InvalidFacts, type Problem } from "../kit/facts/problem";
import type { Agency } from "./agency/agency";
import { readAgencies } from "./agency/agency.facts";
import type { Source } from "./source/source";
import { readSources } from "./source/source.facts";

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
  const problems: Problem[] = [];
  const sources = new Map(readSources(directory, problems).map((source) => [source.id, source]));
  const agencies = new Map(
    readAgencies(directory, sources, problems).map((agency) => [agency.code, agency]),
  );
  if (problems.length > 0) throw new InvalidFacts(problems);
  return { sources, agencies };
}

/** The catalog this program comes with. */
export const catalog: Catalog = readCatalog(join(__dirname, "data"));
