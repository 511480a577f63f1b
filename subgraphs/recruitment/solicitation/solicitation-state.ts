import { registerEnumType } from "type-graphql";
import type { Solicitation } from "./solicitation";

/** Whether a solicitation takes applications. */
export enum SolicitationState {
  ANNOUNCED = "ANNOUNCED",
  OPEN = "OPEN",
  CLOSED = "CLOSED",
}

registerEnumType(SolicitationState, {
  name: "SolicitationState",
  description: "Whether a solicitation takes applications on a day.",
  valuesConfig: {
    ANNOUNCED: { description: "It has not opened yet." },
    OPEN: { description: "Applications are taken." },
    CLOSED: { description: "The last day has passed." },
  },
});

type Window = Pick<Solicitation, "opensOn" | "closesOn" | "closedOn">;

/** The last day on which applications are taken. */
export function lastDayOf({ closesOn, closedOn }: Window): string {
  return closedOn ?? closesOn;
}

/** The state of a solicitation on a day. */
export function stateOn(day: string, window: Window): SolicitationState {
  if (day < window.opensOn) return SolicitationState.ANNOUNCED;
  return day <= lastDayOf(window) ? SolicitationState.OPEN : SolicitationState.CLOSED;
}
