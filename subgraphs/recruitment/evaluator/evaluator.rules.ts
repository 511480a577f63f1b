import type { Rules } from "../../kit/rules/rule";
import { nameRule, numberRule } from "../../kit/rules/text.rules";
import type { Evaluator } from "./evaluator";

/** An evaluator has a number, a name and an affiliation. */
export function evaluatorRules(
  values: Pick<Evaluator, "evaluatorNumber" | "name" | "affiliation">,
): Rules<"INVALID_CODE" | "INVALID_TEXT"> {
  return [
    numberRule(values.evaluatorNumber, "evaluatorNumber"),
    nameRule(values.name, "name"),
    nameRule(values.affiliation, "affiliation"),
  ];
}
