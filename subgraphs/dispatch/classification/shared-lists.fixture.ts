import { allLegalBases } from "./dispatch-legal-basis";
import { allOrganizationTypes } from "./dispatch-organization-type";
import { allRegions } from "./dispatch-region";

const shared = new Set([allLegalBases, allOrganizationTypes, allRegions].map(({ name }) => name));

/**
 * The statements, in the order of their tags, without those for lists that requests share: which request reads such a
 * list depends on those before. Each can be read once.
 */
export function ownOf(statements: readonly string[]): string[] {
  return [...statements]
    .sort()
    .filter((statement, index, all) => !shared.has(statement) || all[index - 1] === statement);
}
