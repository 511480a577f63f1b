import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";
import { type AwayTerm, awayUntil } from "./away-until";

/** How far a dispatch has come. */
export enum DispatchState {
  PLANNED = "PLANNED",
  CONSENTED = "CONSENTED",
  ON_DISPATCH = "ON_DISPATCH",
  RETURNED = "RETURNED",
  CANCELLED = "CANCELLED",
}

registerEnumType(DispatchState, {
  name: "DispatchState",
  description: "How far a dispatch has come.",
  valuesConfig: {
    PLANNED: { description: "Planned; the official has not consented yet." },
    CONSENTED: { description: "The official has consented; it has not begun yet." },
    ON_DISPATCH: { description: "It has begun and the official is not back on duty." },
    RETURNED: {
      description:
        "The official is back on duty: since the return on record or, while none is, since the end of the term of a dispatch that was recorded after a later one had begun.",
    },
    CANCELLED: { description: "Given up before it began." },
  },
});

/** Conditions on a state. */
export const DispatchStateFilter = enumFilter(DispatchState, "DispatchStateFilter");

/** The days on which a dispatch passed from state to state. */
export interface DispatchDays extends AwayTerm {
  readonly consentOn: string | null;
  readonly startedOn: string | null;
  readonly cancelledOn: string | null;
}

/**
 * The state of a dispatch on a day: on dispatch from the day it began until the day the official counts as back
 * ({@link awayUntil}). Every day before consent counts as planned. In the database `state` is that of today.
 */
export function stateOn(
  { consentOn, startedOn, cancelledOn, ...term }: DispatchDays,
  day: string,
): DispatchState {
  const reached = (on: string | null) => on !== null && on <= day;
  if (reached(cancelledOn)) return DispatchState.CANCELLED;
  if (reached(startedOn)) {
    return awayUntil(term) <= day ? DispatchState.RETURNED : DispatchState.ON_DISPATCH;
  }
  return reached(consentOn) ? DispatchState.CONSENTED : DispatchState.PLANNED;
}
