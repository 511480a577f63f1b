import { changesIn } from "../../kit/record/declared-changes";
import { type RecruitmentErrorCode, RecruitmentUserError } from "./recruitment-error-code";

/** How mutations of recruitment are declared. */
export const { adding, changing, changesOf } =
  changesIn<RecruitmentErrorCode>(RecruitmentUserError);
