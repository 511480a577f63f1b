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
