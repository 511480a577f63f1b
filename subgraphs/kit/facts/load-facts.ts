import { existsSync } from "node:fs";
import type { EntityManager } from "typeorm";
import { InvalidFacts, type Problem } from "./problem";
import { type FactChanges, type FactTable, writeFacts } from "./write-facts";

/** Reads the files of a folder, notes every problem, and returns what the tables are to contain. */
export type FactReader = (directory: string, problems: Problem[]) => FactTable[];

/**
 * Makes a subgraph's `loadFacts` from its reader: everything is read and checked before anything is written.
 * The function it makes throws InvalidFacts with every problem.
 */
export function loadFactsWith(read: FactReader) {
  return async (directory: string, manager: EntityManager): Promise<FactChanges[]> => {
    if (!existsSync(directory)) throw new Error(`There is no folder ${directory}.`);
    const problems: Problem[] = [];
    const tables = read(directory, problems);
    if (problems.length > 0) throw new InvalidFacts(problems);
    return writeFacts(manager, tables);
  };
}
