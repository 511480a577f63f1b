import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** Under which programme somebody was invited. */
export enum InvitationProgramme {
  SENIOR_OFFICIALS = "SENIOR_OFFICIALS",
  ASIAN_EXPERTS = "ASIAN_EXPERTS",
}

registerEnumType(InvitationProgramme, {
  name: "InvitationProgramme",
  description: "Under which programme of the NPA somebody was invited to Japan.",
  valuesConfig: {
    SENIOR_OFFICIALS: {
      description: "Senior government officials and others who inform on recent practice.",
    },
    ASIAN_EXPERTS: { description: "Experts of the personnel authorities of Asian countries." },
  },
});

/** Filter on {@link InvitationProgramme}. */
export const InvitationProgrammeFilter = enumFilter(
  InvitationProgramme,
  "InvitationProgrammeFilter",
);
