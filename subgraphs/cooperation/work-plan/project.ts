import { agency, country } from "../../catalog/record/fields";
import { type CodeOf, codes } from "../../kit/codes";
import { enumFilter } from "../../kit/filter/filter-inputs";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { code, day, record, reference, text } from "../../kit/record/fields";
import { WorkPlan } from "./work-plan";

/** How far a project has come. */
export const ProjectState = codes(
  "ProjectState",
  "How far a project has come: PROPOSED, APPROVED, ONGOING, COMPLETED in this order; until it is completed it can be CANCELLED.",
  {
    PROPOSED: "Proposed by the country that is to lead it.",
    APPROVED: "Approved by the network.",
    ONGOING: "Under way.",
    COMPLETED: "Completed.",
    CANCELLED: "Cancelled, for a reason.",
  },
);

/** A code of {@link ProjectState}. */
export type ProjectState = CodeOf<typeof ProjectState>;

enumFilter(ProjectState, "ProjectStateFilter");

/** A project of a work plan, led by one country. */
@record("project", "A cooperation project of a work plan, led by one country.")
export class Project extends StoredRecord {
  @reference(() => WorkPlan, "The work plan it belongs to.", { filter: "By id of the work plan." })
  workPlanId: string;

  @text("Its title; no two of a work plan share one.", {
    filter: "By title.",
    order: "By title.",
    written: "free",
  })
  title: string;

  @country("The country that leads it.", { filter: "By code of the country that leads." })
  leadCountryCode: string;

  @agency("The agency that leads it; null where not known.", {
    nullable: true,
    filter: "By code of the agency that leads.",
  })
  leadAgencyCode: string | null;

  @code(ProjectState, "How far it has come.", { filter: "By how far it has come." })
  state: ProjectState;

  @day("Since when it is in this state.", { order: "By the day it came into its state." })
  stateSince: string;

  @day("When it was proposed.", {
    filter: "By the day it was proposed.",
    order: "By the day it was proposed.",
  })
  proposedOn: string;

  @day("The first day planned.", { column: "from_date", nullable: true })
  from: string | null;

  @day("The first day after the time planned for it; null where open.", {
    column: "to_date",
    nullable: true,
  })
  to: string | null;

  @text("A note on it.", { nullable: true })
  note: string | null;
}
