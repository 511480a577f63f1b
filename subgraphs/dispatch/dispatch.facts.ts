import { readFigures } from "../catalog/published-figure/published-figure.facts";
import type { Problem } from "../kit/facts/problem";
import type { FactTable } from "../kit/facts/write-facts";
import { readLegalBases } from "./legal-basis/dispatch-legal-basis.facts";
import { readOrganizationTypes } from "./organization-type/dispatch-organization-type.facts";
import { readRegions } from "./region/dispatch-region.facts";

/** Reads and checks the published facts on dispatch; the tables to write, in order. */
export function readDispatchFacts(directory: string, problems: Problem[]): FactTable[] {
  const organizationTypes = readOrganizationTypes(directory, problems);
  const regions = readRegions(directory, problems);
  const legalBases = readLegalBases(directory, organizationTypes.codes, problems);
  const figures = readFigures(
    directory,
    "dispatch",
    {
      organization_type: organizationTypes.codes,
      region: regions.codes,
    },
    problems,
  );
  return [organizationTypes.table, regions.table, ...legalBases, ...figures];
}
