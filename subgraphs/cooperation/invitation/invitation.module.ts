import { published } from "../../catalog/access";
import { Country } from "../../catalog/country/country";
import { FiscalYear } from "../../catalog/fiscal-year/fiscal-year";
import { fieldsOf, queries } from "../../kit/record/declared-fields";
import { oneKnownByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { records } from "../record/policies";
import { Invitation } from "./invitation";
import { invitationChanges } from "./invitation.changes";
import { invitations } from "./invitation.list";

const ofCountry = invitations.by("country_code");
const ofFiscalYear = invitations.by("fiscal_year", { keyType: "integer" });

/** Invitations to Japan. */
export const invitationModule: Module = {
  entities: [Invitation],
  resolvers: [
    queries({
      invitation: oneKnownByKey(
        Invitation,
        "The invitation with this id; null where there is none.",
        "Its id.",
      ),
      invitations: invitations.all({ description: "Invitations to Japan, earliest first." }),
    }),
    fieldsOf(Country, {
      invitations: ofCountry.all(({ code }: Country) => code, {
        description: "Invitations from it to Japan.",
      }),
    }),
    fieldsOf(FiscalYear, {
      invitations: ofFiscalYear.all(({ year }: FiscalYear) => year, {
        description: "Invitations of the year.",
      }),
    }),
    invitationChanges,
  ],
  access: {
    Invitation: published,
    "Invitation.declineReason": records,
    "Invitation.version": records,
  },
  writable: { invitation: "INSERT, UPDATE" },
  readable: { published: { invitation: "sourced", invitation_history: "sourced" } },
};
