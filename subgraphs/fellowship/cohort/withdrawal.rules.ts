import { dayAfter } from "../../kit/rules/period";
import { runsOnAfter } from "./cohort.rules";
import type { Placement } from "./placement";

const endFields = ["to", "endReason", "cancelledOn", "cancellationReason"] as const;

/** How a placement ends, or that it was cancelled. */
export type PlacementEnd = Pick<Placement, (typeof endFields)[number]>;

/** A change of a placement on record: `changes` has, by field, what it was before and after. */
export interface PlacementNote {
  readonly action: string;
  readonly changes: Readonly<Record<string, unknown>>;
}

/** The mutations that end and cancel placements because a fellow withdraws, or undo that. */
const withdrawals: ReadonlySet<string> = new Set(["withdrawFellow", "correctFellow"]);

/**
 * How a placement ends once its fellow has withdrawn: one that goes on after the last day ends on it, and one that was to
 * begin after it is cancelled. One that was ended before keeps its own reason.
 */
export function endedByWithdrawal(
  placement: PlacementEnd & Pick<Placement, "from">,
  { lastDay, reason }: { readonly lastDay: string; readonly reason: string },
): PlacementEnd {
  const end = endOf(placement);
  if (end.cancelledOn !== null) return end;
  if (placement.from > lastDay) {
    return { ...end, cancelledOn: lastDay, cancellationReason: reason };
  }
  if (!runsOnAfter(placement, lastDay)) return end;
  return { ...end, to: dayAfter(lastDay), endReason: placement.endReason ?? reason };
}

/**
 * How a placement was to end before its fellow withdrew. What somebody has changed of its end since stays.
 *
 * @param notes - the changes of the placement on record, latest first
 */
export function endBeforeWithdrawal(
  placement: PlacementEnd,
  notes: readonly PlacementNote[],
): PlacementEnd {
  const end: PlacementEnd = endOf(placement);
  for (const { action, changes } of notes) {
    const changed = endFields.filter((field) => field in changes);
    if (changed.length > 0 && !withdrawals.has(action)) return end;
    for (const field of changed) {
      const [before, after] = changes[field] as [string | null, string | null];
      if (end[field] !== after) return end;
      end[field] = before;
    }
  }
  return end;
}

function endOf({ to, endReason, cancelledOn, cancellationReason }: PlacementEnd): PlacementEnd {
  return { to, endReason, cancelledOn, cancellationReason };
}
