import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { asOfDescription, knownAtDescription } from "../../kit/clock";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import type { ListDefinition } from "../../kit/connection/list-definition";
import type { ListRequest } from "../../kit/connection/list-request";
import { PageArguments } from "../../kit/connection/page";
import { OrderDirection, type OrderTerm } from "../../kit/connection/ordering";
import { DateScalar, KnownAtScalar } from "../../kit/graphql/scalars";
import type { RequestContext } from "../../kit/request-context";
import { Dispatch } from "./dispatch";
import { DispatchFilter, dispatchFilterColumns, DispatchHistoryFilter } from "./dispatch-filter";

/** A page of dispatches. */
export const DispatchConnection = connectionType(Dispatch, "Dispatch");

/** What dispatches can be ordered by. */
export enum DispatchOrderField {
  STARTED_ON = "STARTED_ON",
  PLANNED_TO = "PLANNED_TO",
  RETURNED_ON = "RETURNED_ON",
}

registerEnumType(DispatchOrderField, {
  name: "DispatchOrderField",
  description: "What dispatches can be ordered by.",
  valuesConfig: {
    STARTED_ON: { description: "By first day: as planned where it has not begun." },
    PLANNED_TO: { description: "By end of the term as planned, extensions included." },
    RETURNED_ON: {
      description: "By first day back on duty; where no return is on record, it counts as latest.",
    },
  },
});

/** One term of an ordering of dispatches. */
@InputType({ description: "One term of an ordering of dispatches." })
export class DispatchOrder implements OrderTerm<DispatchOrderField> {
  @Field(() => DispatchOrderField, { description: "What to order by." })
  by: DispatchOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of a list of dispatches on a day. */
@ArgsType()
export class DispatchArguments extends PageArguments {
  @Field(() => DateScalar, { nullable: true, description: asOfDescription })
  asOf?: string | null;
  @Field(() => KnownAtScalar, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
  @Field(() => DispatchFilter, { nullable: true, description: "Default: all." })
  filter?: DispatchFilter | null;
  @Field(() => [DispatchOrder], { nullable: true, description: "Default: latest start first." })
  orderBy?: DispatchOrder[] | null;
}

/** The arguments of a list of dispatches of all times. */
@ArgsType()
export class DispatchHistoryArguments extends PageArguments {
  @Field(() => KnownAtScalar, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
  @Field(() => DispatchHistoryFilter, { nullable: true, description: "Default: all." })
  filter?: DispatchHistoryFilter | null;
  @Field(() => [DispatchOrder], { nullable: true, description: "Default: latest first day first." })
  orderBy?: DispatchOrder[] | null;
}

/**
 * Every dispatch there is, was or is planned. `first_day` is the actual first day, or the planned one until then, so
 * that one index gives both lists in order.
 */
export const dispatchHistoryDefinition: ListDefinition<Dispatch> = {
  name: "DispatchHistory",
  entity: Dispatch,
  filters: dispatchFilterColumns,
  orderings: {
    STARTED_ON: { sql: "t.first_day", type: "date" },
    PLANNED_TO: { sql: "t.planned_to", type: "date" },
    RETURNED_ON: { sql: "coalesce(t.returned_on, 'infinity'::date)", type: "date" },
  },
  defaultOrder: [{ by: "STARTED_ON", direction: OrderDirection.DESC }],
  known: { table: "dispatch" },
  unique: { sql: "t.id", type: "text" },
};

/**
 * The dispatches that go on on a day: `on_dispatch_until` is the one end of a dispatch. An index is read from that day
 * back to the horizon: to where nobody can have begun who is on dispatch on it. The horizon is that of what is on record
 * now, and none of what was.
 */
export const dispatchesDefinition: ListDefinition<Dispatch> = {
  ...dispatchHistoryDefinition,
  name: "Dispatch",
  asOf: (day) =>
    `t.first_day <= ${day} AND t.first_day >= dispatch_horizon(${day}) AND t.on_dispatch_until > ${day}`,
  known: {
    table: "dispatch",
    asOf: (day) => `t.first_day <= ${day} AND t.on_dispatch_until > ${day}`,
  },
};

/** What to ask of {@link dispatches}: the day is never left open. */
export function onDay(
  context: Pick<RequestContext, "asOf">,
  { first, after, filter, orderBy, asOf, knownAt }: DispatchArguments,
): ListRequest {
  return { first, after: after ?? null, filter, orderBy, asOf: asOf ?? context.asOf, knownAt };
}

/** The dispatches that go on on a day. */
export const dispatches = new List(dispatchesDefinition);

/** Every dispatch there is, was or is planned. */
export const dispatchHistory = new List(dispatchHistoryDefinition);
