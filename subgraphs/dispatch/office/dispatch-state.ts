import { type CodeOf, codes } from "../../kit/codes";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** How far a dispatch has come. */
export const DispatchState = codes("DispatchState", "How far a dispatch has come.", {
  PLANNED: "Planned; the official has not consented yet.",
  CONSENTED: "The official has consented; it has not begun yet.",
  ON_DISPATCH: "It has begun and the official is not back on duty.",
  RETURNED:
    "The official is back on duty: since the return on record or, while none is, since the end of the term of a dispatch that was recorded after a later one had begun.",
  CANCELLED: "Cancelled before it began.",
});
/** A code of {@link DispatchState}. */
export type DispatchState = CodeOf<typeof DispatchState>;
/** Conditions on a state. */
export const DispatchStateFilter = enumFilter(DispatchState, "DispatchStateFilter");

/** What says until when an official is on dispatch. */
export interface AwayTerm {
  /** The end of the term. */
  readonly plannedTo: string;
  /** The first day back that is on record. */
  readonly returnedOn: string | null;
  /**
   * Whether a later dispatch of the official had begun when the first day was recorded: then the official counts as back
   * by the end of the term, until the return is recorded. Absent: not.
   */
  readonly followed?: boolean;
}

/** The days of a dispatch that keep others out. */
export interface DispatchTerm extends AwayTerm {
  readonly plannedFrom: string;
  readonly startedOn: string | null;
  /** Where else it stands than on record, as "line 12"; for messages. */
  readonly place?: string;
}

/** The days on which a dispatch passed from state to state. */
export interface DispatchDays extends AwayTerm {
  readonly consentOn: string | null;
  readonly startedOn: string | null;
  readonly cancelledOn: string | null;
}

/** The first day of a dispatch: as planned, until it has begun. */
export function firstDayOf({ startedOn, plannedFrom }: DispatchTerm): string {
  return startedOn ?? plannedFrom;
}

/** The end of a dispatch: as planned, until the official is back. */
export function endOf({ returnedOn, plannedTo }: AwayTerm): string {
  return returnedOn ?? plannedTo;
}

/**
 * The first day on which an official who left does not count as on dispatch any more; `infinity`: none yet. The state,
 * lists of a day and statistics go by it: in the database it is `on_dispatch_until`.
 */
export function awayUntil({ returnedOn, plannedTo, followed }: AwayTerm): string {
  return returnedOn ?? (followed === true ? plannedTo : "infinity");
}

/** Whether another dispatch begins no earlier than the term of this one ends, and has begun. */
export function isFollowed(
  { plannedTo }: Pick<AwayTerm, "plannedTo">,
  others: readonly { readonly startedOn: string | null }[],
): boolean {
  return others.some(({ startedOn }) => startedOn !== null && startedOn >= plannedTo);
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
