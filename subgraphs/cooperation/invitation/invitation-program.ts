import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** Under which program somebody was invited. */
export enum InvitationProgram {
  SENIOR_OFFICIALS = "SENIOR_OFFICIALS",
  ASIAN_EXPERTS = "ASIAN_EXPERTS",
}

registerEnumType(InvitationProgram, {
  name: "InvitationProgram",
  description: "Under which program of the NPA somebody was invited to Japan.",
  valuesConfig: {
    SENIOR_OFFICIALS: {
      description: "Senior government officials and others who inform on recent practice.",
    },
    ASIAN_EXPERTS: { description: "Experts of the personnel authorities of Asian countries." },
  },
});

/** Filter on {@link InvitationProgram}. */
export const InvitationProgramFilter = enumFilter(InvitationProgram, "InvitationProgramFilter");
