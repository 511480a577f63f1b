import { ArgsType, Field, InputType } from "type-graphql";
import { asOfDescription } from "../../kit/clock";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { OrderDirection } from "../../kit/connection/ordering";
import { PageArguments } from "../../kit/connection/page";
import { StringFilter } from "../../kit/filter/filter-inputs";
import { DateScalar } from "../../kit/graphql/scalars";
import { WorkPlan } from "./work-plan";
import { networkCodes } from "../network/network-codes";

/** A page of work plans. */
export const WorkPlanConnection = connectionType(WorkPlan, "WorkPlan");

/** Which work plans to list. */
@InputType({ description: "Which work plans to list. All conditions that are given must hold." })
export class WorkPlanFilter {
  @Field(() => StringFilter, { nullable: true, description: "By code of the network." })
  network?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By title." })
  title?: StringFilter;
}

/** The arguments of a list of work plans, whenever they hold. */
@ArgsType()
export class WorkPlanHistoryArguments extends PageArguments {
  @Field(() => WorkPlanFilter, { nullable: true, description: "Default: all." })
  filter?: WorkPlanFilter | null;
}

/** The arguments of a list of the work plans of a day. */
@ArgsType()
export class WorkPlanArguments extends WorkPlanHistoryArguments {
  @Field(() => DateScalar, { nullable: true, description: asOfDescription })
  asOf?: string | null;
}

/** All work plans, earliest first. */
export const workPlans = new List({
  name: "WorkPlan",
  entity: WorkPlan,
  filters: {
    network: { sql: "t.network_code", type: "text", codes: networkCodes },
    title: { sql: "t.title", type: "text", written: "free" },
  },
  orderings: { FROM: { sql: "t.from_date", type: "date" } },
  defaultOrder: [{ by: "FROM", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "text" },
  asOf: (day) => `(t.from_date <= ${day} AND (t.to_date IS NULL OR t.to_date > ${day}))`,
});

/** The work plans of each network. */
export const workPlansByNetworkCode = workPlans.ofParent({
  name: "byNetworkCode",
  keyType: "text",
  condition: (key) => `t.network_code = ${key}`,
});
