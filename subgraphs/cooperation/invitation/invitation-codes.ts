import { type CodeOf, codes } from "../../kit/codes";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** Under which program somebody was invited. */
export const InvitationProgram = codes(
  "InvitationProgram",
  "Under which program of the NPA somebody was invited to Japan.",
  {
    SENIOR_OFFICIALS: "Senior government officials and others who inform on recent practice.",
    ASIAN_EXPERTS: "Experts of the personnel authorities of Asian countries.",
  },
);

/** A code of {@link InvitationProgram}. */
export type InvitationProgram = CodeOf<typeof InvitationProgram>;

/** Filter on {@link InvitationProgram}. */
export const InvitationProgramFilter = enumFilter(InvitationProgram, "InvitationProgramFilter");

/** How far an invitation has come. */
export const InvitationState = codes("InvitationState", "How far an invitation has come.", {
  INVITED: "Sent, not answered.",
  ACCEPTED: "Accepted; the visit is to come.",
  DECLINED: "Declined, or taken back after it was accepted.",
  VISITED:
    "The visit has taken place. Published invitations count as visited: the sources report programs carried out.",
});

/** A code of {@link InvitationState}. */
export type InvitationState = CodeOf<typeof InvitationState>;

enumFilter(InvitationState, "InvitationStateFilter");

/** What is answered to an invitation; the state it has then. */
export const InvitationAnswer = codes("InvitationAnswer", "What is answered to an invitation.", {
  ACCEPTED: "They will come.",
  DECLINED: "They will not come.",
});

/** A code of {@link InvitationAnswer}. */
export type InvitationAnswer = CodeOf<typeof InvitationAnswer>;
