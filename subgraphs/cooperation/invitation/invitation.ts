import { RecordedFact } from "../../catalog/facts/recorded-fact";
import { agency, country, fiscalYear } from "../../catalog/record/fields";
import { code, day, key, record, text, whole } from "../../kit/record/fields";
import { InvitationProgram, InvitationState } from "./invitation-codes";

/** An invitation of persons from a country to Japan, in a fiscal year. */
@record("invitation", "An invitation of persons from a country to Japan, in a fiscal year.")
export class Invitation extends RecordedFact {
  @key("Stable name of a published invitation; opaque for one that an office has recorded.")
  id: string;

  @code(InvitationProgram, "Under which program.", { filter: "By program." })
  program: InvitationProgram;

  @fiscalYear("The fiscal year.", {
    column: "fiscal_year",
    filter: "By fiscal year.",
    order: "By fiscal year.",
  })
  fiscalYearNumber: number;

  @country("The country invited.", { filter: "By code of the country." })
  countryCode: string;

  @whole(
    "How many persons; once they have visited, how many came. Null where the source gives no number.",
    { nullable: true },
  )
  persons: number | null;

  @code(InvitationState, "How far it has come.", { filter: "By how far it has come." })
  state: InvitationState;

  @agency("The agency invited; null where not known.", {
    nullable: true,
    filter: "By code of the agency invited.",
  })
  agencyCode: string | null;

  @text("What the visit is for.", { nullable: true })
  purpose: string | null;

  @day("When it was sent; null where a source does not say.", {
    nullable: true,
    filter: "By the day it was sent.",
    order: "By the day it was sent; what is unknown counts as latest.",
  })
  invitedOn: string | null;

  @day("When it was last answered; null before, and where a source does not say.", {
    nullable: true,
  })
  answeredOn: string | null;

  @text("Why it was declined, where said.", { nullable: true })
  declineReason: string | null;

  @day("First day of the visit; null before, and where a source does not say.", {
    nullable: true,
    filter: "By the first day of the visit.",
  })
  visitStartsOn: string | null;

  @day("Last day of the visit; null before, and where a source does not say.", { nullable: true })
  visitEndsOn: string | null;
}
