import { agency } from "../../catalog/record/fields";
import { type CodeOf, codes } from "../../kit/codes";
import { enumFilter } from "../../kit/filter/filter-inputs";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { code, day, id, record, reference, text } from "../../kit/record/fields";
import { Cohort } from "./cohort";

/** How far a fellow has come. */
export const FellowStatus = codes("FellowStatus", "How far a fellow has come.", {
  ADMITTED: "Admitted to a cohort, and neither of the others.",
  COMPLETED: "Has completed the fellowship.",
  WITHDRAWN: "Has left it before its end.",
});
/** A code of {@link FellowStatus}. */
export type FellowStatus = CodeOf<typeof FellowStatus>;

enumFilter(FellowStatus, "FellowStatusFilter");

/** An official of the sending country who was admitted to a cohort. */
@record("fellow", "An official of the sending country who was admitted to a cohort.")
export class Fellow extends StoredRecord {
  @id("The office's number of the fellow; no two fellows share one.", {
    filter: "By the office's number.",
    order: "By the office's number.",
    written: "number",
    identifiesPerson: true,
  })
  fellowNumber: string;

  @text("The fellow's name.", {
    filter: "By name.",
    order: "By name, in the order of Unicode.",
    written: "free",
    identifiesPerson: true,
  })
  name: string;

  @reference(() => Cohort, "The cohort of the fellow.", { filter: "By the cohort's id." })
  cohortId: string;

  @agency("The agency that sent the fellow.", { filter: "By the sending agency's code." })
  sendingAgencyCode: string;

  @code(FellowStatus, "How far the fellow has come.", { filter: "By how far they have come." })
  status: FellowStatus;

  @day("The day of admission; it may precede the cohort.", {
    filter: "By the day of admission.",
    order: "By the day of admission.",
  })
  admittedOn: string;

  @day("The last day of the completed fellowship; null unless completed.", {
    nullable: true,
    filter: "By the last day of the fellowship.",
  })
  completedOn: string | null;

  @day("The last day as a fellow of one who withdrew; null unless withdrawn.", {
    nullable: true,
    filter: "By the day of withdrawal.",
  })
  withdrawnOn: string | null;

  @text("Why the fellow withdrew.", { nullable: true })
  withdrawalReason: string | null;
}
