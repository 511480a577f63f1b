import { NamedFact } from "../../catalog/facts/sourced-fact";
import { hidden, key, record, whole } from "../../kit/record/fields";

/** A course for officials of developing countries. */
@record(
  "training_course",
  "A course on personnel administration for officials of developing countries.",
)
export class TrainingCourse extends NamedFact {
  @key("Its code, which we have given it.")
  code: string;

  @hidden("integer")
  position: number;

  @whole("The fiscal year it was first held in.", { nullable: true })
  firstFiscalYear: number | null;
}

/** The codes of all training courses. */
export const courseCodes = { sql: "SELECT code FROM training_course ORDER BY code" };
