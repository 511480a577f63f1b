import type { ParentDefinition } from "../../kit/connection/list-definition";
import { dispatches, dispatchHistory } from "./dispatch.list";

/** That dispatches belong to whatever has the code in one of their columns. */
export function parentIn(column: string, name: string): ParentDefinition {
  return { name, keyType: "text", condition: (key) => `t.${column} = ${key}` };
}

/** The dispatches to each country of duty on a day. */
export const dispatchesByCountryCode = dispatches.ofParent(
  parentIn("country_code", "byCountryCode"),
);

/** The dispatches from each home agency on a day. */
export const dispatchesByHomeAgencyCode = dispatches.ofParent(
  parentIn("home_agency_code", "byHomeAgencyCode"),
);

/** The dispatches to each organization on a day. */
export const dispatchesByOrganizationCode = dispatches.ofParent(
  parentIn("organization_code", "byOrganizationCode"),
);

/** The dispatches to each kind of organization on a day. */
export const dispatchesByOrganizationTypeCode = dispatches.ofParent(
  parentIn("organization_type_code", "byOrganizationTypeCode"),
);

/** The dispatches to each region on a day. */
export const dispatchesByRegionCode = dispatches.ofParent(parentIn("region_code", "byRegionCode"));

/** All dispatches of each official. */
export const dispatchHistoryByOfficialId = dispatchHistory.ofParent(
  parentIn("official_id", "byOfficialId"),
);
