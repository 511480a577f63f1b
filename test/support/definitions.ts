import type { AreaName } from "../../subgraphs/areas";
import { cooperation } from "../../subgraphs/cooperation/cooperation";
import { dispatch } from "../../subgraphs/dispatch/dispatch";
import { fellowship } from "../../subgraphs/fellowship/fellowship";
import type { SubgraphDefinition } from "../../subgraphs/kit/subgraph/subgraph-definition";
import { recruitment } from "../../subgraphs/recruitment/recruitment";

const ofAreas: Readonly<Record<AreaName, SubgraphDefinition>> = {
  recruitment,
  dispatch,
  fellowship,
  cooperation,
};

/** The subgraphs of all areas, for tests of what is true of each. */
export const definitions: readonly SubgraphDefinition[] = Object.values(ofAreas);
