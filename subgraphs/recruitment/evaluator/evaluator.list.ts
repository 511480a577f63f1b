import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { OrderDirection, type OrderTerm } from "../../kit/connection/ordering";
import { PageArguments } from "../../kit/connection/page";
import { StringFilter } from "../../kit/filter/filter-inputs";
import { Evaluator } from "./evaluator";

/** A page of evaluators. */
export const EvaluatorConnection = connectionType(Evaluator, "Evaluator");

/** Which evaluators to list. */
@InputType({ description: "Which evaluators to list. All conditions that are given must hold." })
export class EvaluatorFilter {
  @Field(() => StringFilter, { nullable: true, description: "By the number the ministry gave." })
  evaluatorNumber?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By name." })
  name?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By organization." })
  affiliation?: StringFilter;
}

/** What evaluators can be ordered by. */
export enum EvaluatorOrderField {
  NAME = "NAME",
  EVALUATOR_NUMBER = "EVALUATOR_NUMBER",
}

registerEnumType(EvaluatorOrderField, {
  name: "EvaluatorOrderField",
  description: "What evaluators can be ordered by.",
  valuesConfig: {
    NAME: { description: "By name, in the order of the characters' codes." },
    EVALUATOR_NUMBER: { description: "By the number the ministry gave, as text." },
  },
});

/** One term of an ordering of evaluators. */
@InputType({ description: "One term of an ordering of evaluators." })
export class EvaluatorOrder implements OrderTerm<EvaluatorOrderField> {
  @Field(() => EvaluatorOrderField, { description: "What to order by." })
  by: EvaluatorOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of a list of evaluators. */
@ArgsType()
export class EvaluatorArguments extends PageArguments {
  @Field(() => EvaluatorFilter, { nullable: true, description: "Default: all." })
  filter?: EvaluatorFilter | null;
  @Field(() => [EvaluatorOrder], { nullable: true, description: "Default: by name." })
  orderBy?: EvaluatorOrder[] | null;
}

/** All evaluators, by name. */
export const evaluators = new List({
  name: "Evaluator",
  entity: Evaluator,
  filters: {
    evaluatorNumber: { sql: "t.evaluator_number", type: "text", written: "number", tellsWho: true },
    name: { sql: "t.name", type: "text", written: "free", tellsWho: true },
    affiliation: { sql: "t.affiliation", type: "text", written: "free" },
  },
  orderings: {
    NAME: { sql: "t.name", type: "text" },
    EVALUATOR_NUMBER: { sql: "t.evaluator_number", type: "text" },
  },
  defaultOrder: [{ by: "NAME", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "text" },
});
