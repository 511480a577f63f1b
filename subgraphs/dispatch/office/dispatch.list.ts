import { DeclaredList } from "../../kit/record/declared-list";
import { Dispatch } from "./dispatch";
import { DispatchStateFilter } from "./dispatch-state";

/** `first_day` is the actual first day, or the planned one until then, so that one index gives both lists in order. */
const orderings = {
  STARTED_ON: {
    description: "By first day: as planned where it has not begun.",
    sql: "t.first_day",
    type: "date",
  },
} as const;

const wasOnDispatch = (day: string) => `t.first_day <= ${day} AND t.on_dispatch_until > ${day}`;

/**
 * The dispatches that go on on a day: `on_dispatch_until` is the one end of a dispatch. An index is read from that day
 * back to the horizon: nobody who is on dispatch on that day can have begun earlier. There is a horizon of what is on
 * record now, and none of what was on record earlier.
 */
export const dispatches = new DeclaredList(Dispatch, {
  plural: "dispatches",
  orderings,
  order: ["STARTED_ON DESC"],
  ordered: "latest start first",
  asOf: (day) => `${wasOnDispatch(day)} AND t.first_day >= dispatch_horizon(${day})`,
  known: { table: "dispatch", asOf: wasOnDispatch },
});

/** Every dispatch there is, was or is planned. */
export const dispatchHistory = new DeclaredList(Dispatch, {
  name: "DispatchHistory",
  plural: "dispatches of all times",
  like: dispatches,
  filters: {
    state: {
      description: "By how far it has come today.",
      input: DispatchStateFilter,
      sql: "t.state",
      type: "text",
    },
  },
  orderings,
  order: ["STARTED_ON DESC"],
  ordered: "latest first day first",
  known: { table: "dispatch" },
});
