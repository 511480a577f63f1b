import { brokenRules, type RecruitmentRefusal } from "../record/broken-rules";
import { nameRule, numberRule } from "../record/text.rules";

/** What an evaluator is registered with. */
export interface EvaluatorValues {
  readonly evaluatorNumber: string;
  readonly name: string;
  readonly affiliation: string;
}

/** An evaluator has a number, a name and an organization, which is external: that is for the ministry to see to. */
export function checkEvaluator(values: EvaluatorValues): RecruitmentRefusal[] {
  return brokenRules(
    numberRule(values.evaluatorNumber, "evaluatorNumber"),
    nameRule(values.name, "name"),
    nameRule(values.affiliation, "affiliation"),
  );
}
