import { registerEnumType } from "type-graphql";

/** Where a fellow can be placed, as the sources on the program say. */
export enum HostKind {
  AGENCY = "AGENCY",
  DIET_OFFICE = "DIET_OFFICE",
  COMPANY = "COMPANY",
}

registerEnumType(HostKind, {
  name: "PlacementHostKind",
  description: "Where a fellow can be placed.",
  valuesConfig: {
    AGENCY: { description: "A ministry or agency of the host country." },
    DIET_OFFICE: { description: "The office of a member of the Diet (国会議員事務所)." },
    COMPANY: { description: "A company." },
  },
});
