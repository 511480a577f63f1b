import { allLegalBases } from "./dispatch-legal-basis";
import { allOrganizationTypes } from "./dispatch-organization-type";
import { allRegions } from "./dispatch-region";

const shared = new Set([allLegalBases, allOrganizationTypes, allRegions].map(({ name }) => name));

/** False for the statements of lists that requests share: which request sends them depends on those before. */
export function isOwn(statement: string): boolean {
  return !shared.has(statement);
}
