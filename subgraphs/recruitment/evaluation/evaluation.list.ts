import { ArgsType, Field, InputType } from "type-graphql";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { OrderDirection } from "../../kit/connection/ordering";
import { PageArguments } from "../../kit/connection/page";
import { DateFilter, type EnumFilter } from "../../kit/filter/filter-inputs";
import {
  type SkillCategoryCode,
  SkillCategoryCodeFilter,
} from "../skill-standard/skill-category-code";
import { Evaluation } from "./evaluation";
import { type EvaluationVerdict, EvaluationVerdictFilter } from "./evaluation-verdict";

/** A page of evaluations. */
export const EvaluationConnection = connectionType(Evaluation, "Evaluation");

/** Which evaluations to list. */
@InputType({ description: "Which evaluations to list. All conditions that are given must hold." })
export class EvaluationFilter {
  @Field(() => SkillCategoryCodeFilter, { nullable: true, description: "By category." })
  category?: EnumFilter<SkillCategoryCode>;
  @Field(() => EvaluationVerdictFilter, { nullable: true, description: "By conclusion." })
  verdict?: EnumFilter<EvaluationVerdict>;
  @Field(() => DateFilter, { nullable: true, description: "By the day they were given." })
  evaluatedOn?: DateFilter;
}

/** The arguments of a list of evaluations. */
@ArgsType()
export class EvaluationArguments extends PageArguments {
  @Field(() => EvaluationFilter, { nullable: true, description: "Default: all." })
  filter?: EvaluationFilter | null;
}

const evaluations = new List({
  name: "Evaluation",
  entity: Evaluation,
  filters: {
    category: { sql: "t.category_code", type: "text" },
    verdict: { sql: "t.verdict", type: "text" },
    evaluatedOn: { sql: "t.evaluated_on", type: "date" },
  },
  orderings: { EVALUATED_ON: { sql: "t.evaluated_on", type: "date" } },
  defaultOrder: [{ by: "EVALUATED_ON", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "text" },
});

/** The evaluations each evaluator gave, earliest first. */
export const evaluationsByEvaluatorId = evaluations.ofParent({
  name: "byEvaluatorId",
  keyType: "text",
  condition: (key) => `t.evaluator_id = ${key}`,
});
