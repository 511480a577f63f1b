import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";

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
    ON_DISPATCH: { description: "It has begun and the official has not returned to duty." },
    RETURNED: { description: "The official is back on duty." },
    CANCELLED: { description: "Given up before it began." },
  },
});

/** Conditions on a state. */
export const DispatchStateFilter = enumFilter(DispatchState, "DispatchStateFilter");

/** The days on which a dispatch passed from state to state. */
export interface DispatchDays {
  readonly consentOn: string | null;
  readonly startedOn: string | null;
  readonly returnedOn: string | null;
  readonly cancelledOn: string | null;
}

/**
 * The state of a dispatch on a day, whatever was planned: on dispatch from the day it began until the day the official
 * was back. Every day before consent counts as planned.
 */
export function stateOn(
  { consentOn, startedOn, returnedOn, cancelledOn }: DispatchDays,
  day: string,
): DispatchState {
  const reached = (on: string | null) => on !== null && on <= day;
  if (reached(cancelledOn)) return DispatchState.CANCELLED;
  if (reached(returnedOn)) return DispatchState.RETURNED;
  if (reached(startedOn)) return DispatchState.ON_DISPATCH;
  return reached(consentOn) ? DispatchState.CONSENTED : DispatchState.PLANNED;
}
