import { StoredRecord } from "../../kit/mutation/stored-record";
import { record, text } from "../../kit/record/fields";

/** An external expert who judges applications. */
@record("evaluator", "A member of the external evaluation committee, who judges applications.")
export class Evaluator extends StoredRecord {
  @text("The number the ministry gave; no two share it.", {
    filter: "By the number the ministry gave.",
    order: "By the number the ministry gave, as text.",
    written: "number",
    identifiesPerson: true,
  })
  evaluatorNumber: string;

  @text("The name.", {
    filter: "By name.",
    order: "By name, in the order of the characters' codes.",
    written: "free",
    identifiesPerson: true,
  })
  name: string;

  @text("The organization the evaluator belongs to.", {
    filter: "By organization.",
    written: "free",
  })
  affiliation: string;
}
