import { DeclaredList } from "../../kit/record/declared-list";
import { Applicant } from "./applicant";

/** All applicants, by reading of the name. */
export const applicants = new DeclaredList(Applicant, {
  plural: "persons",
  order: ["NAME_KANA"],
  ordered: "by reading of the name",
  known: { table: "applicant" },
});
