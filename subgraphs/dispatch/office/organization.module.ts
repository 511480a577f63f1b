import { queries } from "../../kit/record/declared-fields";
import { oneKnownByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { records } from "../record/policies";
import { Organization } from "./organization";
import { organizationChanges } from "./organization.changes";
import { organizationImport } from "./organization.import";
import { organizations } from "./organization.list";

/** The bodies that receive officials. */
export const organizationModule: Module = {
  entities: [Organization],
  resolvers: [
    queries({
      organization: oneKnownByKey(
        Organization,
        "The organization with this id; null where there is none.",
        "As given by the graph.",
      ),
      organizations: organizations.all({ description: "The bodies that receive officials." }),
    }),
    organizationChanges,
  ],
  access: { Organization: records },
  writable: { organization: "INSERT, UPDATE" },
  imports: [organizationImport],
};
