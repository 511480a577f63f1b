import { randomUUID } from "node:crypto";
import { rowsBy } from "../../kit/import/rows-by";
import type { CohortOnRecord } from "../cohort/cohorts-on-record";
import type { FellowOnRecord } from "../fellow/fellows-on-record";
import type { PlacementSheetRow } from "./placement-sheet";
import type { OtherPlacement } from "./placement.rules";
import type { PlacementOnRecord } from "./placements-on-record";

/** A row of a spreadsheet with the records it is about. */
export interface ImportedPlacement {
  readonly row: PlacementSheetRow;
  readonly fellow: FellowOnRecord;
  readonly cohort: CohortOnRecord;
  /** The placement as on record; `undefined`: a new one. */
  readonly recorded: PlacementOnRecord | undefined;
}

/**
 * The placement a row is about: that of the fellow with the same first day. One that was cancelled does not stand up
 * again; a row that speaks of one cancelled means the one cancelled on that day, before the one that stands.
 */
export function recordOf(
  { from, cancelled_on: cancelledOn }: PlacementSheetRow,
  placements: readonly PlacementOnRecord[],
): PlacementOnRecord | undefined {
  const sameDay = placements.filter((placement) => placement.from === from);
  const standing = sameDay.find((placement) => placement.cancelledOn === null);
  if (cancelledOn === null) return standing;
  return (
    sameDay.find((placement) => placement.cancelledOn === cancelledOn) ?? standing ?? sameDay.at(-1)
  );
}

/**
 * The other placements of each row's fellow that stand: those of rows above, and those on record that no row of the
 * batch is about.
 */
export function othersOf(
  imported: readonly ImportedPlacement[],
  placements: ReadonlyMap<string, readonly PlacementOnRecord[]>,
): Map<ImportedPlacement, OtherPlacement[]> {
  const others = new Map<ImportedPlacement, OtherPlacement[]>();
  for (const [fellowId, own] of rowsBy(imported, ({ fellow }) => fellow.id)) {
    const inBatch = new Set(own.map(({ recorded }) => recorded?.id));
    const onRecord = (placements.get(fellowId) ?? []).filter(
      ({ id, cancelledOn }) => cancelledOn === null && !inBatch.has(id),
    );
    const above: OtherPlacement[] = [];
    for (const one of own) {
      others.set(one, [...above, ...onRecord]);
      const { from, to, cancelled_on: cancelledOn } = one.row;
      if (cancelledOn === null) above.push({ from, to });
    }
  }
  return others;
}

/**
 * In an order in which nobody is in two places between two rows: those cancelled first, then by the first day, as days
 * are given up by an earlier placement only.
 */
export function inWritingOrder(all: readonly ImportedPlacement[]): ImportedPlacement[] {
  const place = ({ row }: ImportedPlacement) => (row.cancelled_on === null ? row.from : "");
  return [...all].sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
}

/** The columns an import writes, with their types. */
export const placementColumns = {
  id: "text",
  fellow_id: "text",
  host_kind: "text",
  host_agency_code: "text",
  host_name: "text",
  from_date: "date",
  to_date: "date",
  end_reason: "text",
  cancelled_on: "date",
  cancellation_reason: "text",
  synthetic: "boolean",
} as const;

/** The row of the database; a synthetic fellow is placed synthetically. */
export function rowOf({
  row,
  fellow,
  recorded,
}: ImportedPlacement): Record<keyof typeof placementColumns, string | boolean | null> {
  return {
    id: recorded?.id ?? randomUUID(),
    fellow_id: fellow.id,
    host_kind: row.host_kind,
    host_agency_code: row.host_agency,
    host_name: row.host_name,
    from_date: row.from,
    to_date: row.to,
    end_reason: row.end_reason,
    cancelled_on: row.cancelled_on,
    cancellation_reason: row.cancellation_reason,
    synthetic: fellow.synthetic || (recorded?.synthetic ?? false),
  };
}
