import type { FactChanges } from "../facts/write-facts";

/** Prints what a load of facts has changed, one line a table. */
export function reportChanges(changes: readonly FactChanges[]): void {
  for (const { table, inserted, updated, deleted } of changes) {
    process.stdout.write(
      `${table}: ${inserted} inserted, ${updated} updated, ${deleted} deleted\n`,
    );
  }
}
