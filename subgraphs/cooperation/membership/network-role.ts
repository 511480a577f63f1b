import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** As what a country belongs to a network. */
export enum NetworkRole {
  MEMBER = "MEMBER",
  PLUS_THREE = "PLUS_THREE",
  OBSERVER = "OBSERVER",
}

registerEnumType(NetworkRole, {
  name: "NetworkRole",
  description: "As what a country belongs to a network.",
  valuesConfig: {
    MEMBER: { description: "A member." },
    PLUS_THREE: { description: "China, Japan or Korea beside the members of ASEAN." },
    OBSERVER: { description: "Attends without being a member." },
  },
});

/** Filter on {@link NetworkRole}. */
export const NetworkRoleFilter = enumFilter(NetworkRole, "NetworkRoleFilter");
