import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** How far an invitation has come. */
export enum InvitationState {
  INVITED = "INVITED",
  ACCEPTED = "ACCEPTED",
  DECLINED = "DECLINED",
  VISITED = "VISITED",
}

registerEnumType(InvitationState, {
  name: "InvitationState",
  description: "How far an invitation has come.",
  valuesConfig: {
    INVITED: { description: "Sent, not answered." },
    ACCEPTED: { description: "Accepted; the visit is to come." },
    DECLINED: { description: "Declined, or taken back after it was accepted." },
    VISITED: {
      description:
        "The visit has taken place. Published invitations count as visited: the sources report programs carried out.",
    },
  },
});

/** Filter on {@link InvitationState}. */
export const InvitationStateFilter = enumFilter(InvitationState, "InvitationStateFilter");
