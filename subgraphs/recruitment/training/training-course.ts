import { fiscalYear } from "../../catalog/record/fields";
import { type CodeOf, codes } from "../../kit/codes";
import { enumFilter } from "../../kit/filter/filter-inputs";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { code, day, record, text } from "../../kit/record/fields";

/** What candidates are trained in. */
export const TrainingSubject = codes(
  "RecruitmentTrainingSubject",
  "What candidates are trained in before they are entered on the list.",
  {
    LOCAL_GOVERNMENT_OPERATIONS: "How local governments work.",
    INFORMATION_SYSTEMS: "The information systems of local governments.",
  },
);

/** A code of {@link TrainingSubject}. */
export type TrainingSubject = CodeOf<typeof TrainingSubject>;

enumFilter(TrainingSubject, "RecruitmentTrainingSubjectFilter");

/** A course for candidates, who have been selected and are not yet on the list. */
@record(
  "recruitment_training_course",
  "A course for candidates: persons who have been selected and are to be entered on the list.",
)
export class RecruitmentTrainingCourse extends StoredRecord {
  @text("The code the ministry gave; no two share it.", {
    filter: "By the code the ministry gave.",
    order: "By the code the ministry gave, as text.",
    written: "number",
  })
  courseCode: string;

  @code(TrainingSubject, "What it teaches.", { filter: "By subject." })
  subject: TrainingSubject;

  @text("Its title.", { filter: "By title.", written: "free" })
  title: string;

  @day("Its first day.", { filter: "By first day.", order: "By first day." })
  startsOn: string;

  @day("Its last day.")
  endsOn: string;

  @fiscalYear("The fiscal year of its first day.", {
    column: "fiscal_year",
    filter: "By fiscal year of the first day.",
  })
  fiscalYearNumber: number;
}
