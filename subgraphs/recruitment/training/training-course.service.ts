import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import { atTheSameMoment } from "../record/broken-rules";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { isThere } from "../record/record.service";
import { trimmed } from "../record/text.rules";
import { TrainingCourse } from "./training-course";
import type { OpenTrainingCourseInput } from "./training.inputs";
import { checkTrainingCourse } from "./training.rules";

const aFreeCode = "a code that no course has";

/** Opens a course for candidates. */
export const openRecruitmentTrainingCourse: ChangeDefinition<
  OpenTrainingCourseInput,
  TrainingCourse,
  RecruitmentErrorCode
> = {
  name: "openRecruitmentTrainingCourse",
  node: TrainingCourse,
  constraints: {
    recruitment_training_course_code_once: atTheSameMoment("NUMBER_TAKEN", aFreeCode, "courseCode"),
  },
  work: async (change, input) => {
    change.refuse(checkTrainingCourse(input));
    change.settle();
    const courseCode = trimmed(input.courseCode);
    change.check(
      !(await isThere(change, TrainingCourse, { courseCode })),
      "NUMBER_TAKEN",
      `Expected ${aFreeCode}, received ${courseCode}.`,
      ...["input", "courseCode"],
    );
    return change.insert(TrainingCourse, {
      courseCode,
      subject: input.subject,
      title: trimmed(input.title),
      startsOn: input.startsOn,
      endsOn: input.endsOn,
    });
  },
};
