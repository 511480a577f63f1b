import type { EntityManager } from "typeorm";
import { rowsBy } from "../../kit/import/rows-by";
import type { ImportBatch } from "../../kit/import/import-batch";
import { dispatchColumns } from "../dispatch/dispatch-columns";
import { homeAgencyOn } from "../home-agency/home-agency-on";
import type { Belonging } from "./home-agency-timeline";

/** What of a dispatch depends on the agencies its official belongs to. */
export interface DispatchFromAgency {
  readonly id: string;
  readonly officialId: string;
  readonly homeAgencyCode: string;
  readonly plannedFrom: string;
  readonly startedOn: string | null;
}

/** The agencies of an official once rows of a file are added, and these rows. */
interface ImportedTimeline {
  readonly id: string;
  readonly rows: readonly { readonly from: string; readonly line: number }[];
  readonly after: readonly Belonging[];
}

/** The dispatches of officials that were not given up, by the official's id, with one statement. */
export async function dispatchesOfOfficials(
  manager: EntityManager,
  officialIds: readonly string[],
): Promise<Map<string, DispatchFromAgency[]>> {
  const found: DispatchFromAgency[] = await manager.query(
    `/* import.dispatchesOfOfficials */ SELECT id, official_id AS "officialId",
       home_agency_code AS "homeAgencyCode", planned_from::text AS "plannedFrom",
       started_on::text AS "startedOn"
     FROM dispatch WHERE official_id = ANY ($1::text[]) AND cancelled_on IS NULL
     ORDER BY official_id, first_day, id`,
    [officialIds],
  );
  return rowsBy(found, ({ officialId }) => officialId);
}

/** What has not begun leaves from the agency the official will then belong to. */
export async function writePlans(
  batch: ImportBatch,
  dispatches: ReadonlyMap<string, readonly DispatchFromAgency[]>,
  timelines: readonly ImportedTimeline[],
): Promise<void> {
  const moved = new Map<string, { readonly agency: string; readonly line: number }>();
  for (const { id: officialId, rows, after } of timelines) {
    for (const { id, startedOn, plannedFrom, homeAgencyCode } of dispatches.get(officialId) ?? []) {
      const agency = startedOn === null ? homeAgencyOn(after, plannedFrom) : null;
      if (agency === null || agency === homeAgencyCode) continue;
      const row = rows.filter(({ from }) => from <= plannedFrom).at(-1) ?? rows[0];
      moved.set(id, { agency, line: row?.line ?? 0 });
    }
  }
  if (moved.size === 0) return;
  // As text, which PostgreSQL takes back as what it was.
  const names = Object.keys(dispatchColumns).map((name) => `${name}::text`);
  const rows: { id: string }[] = await batch.manager.query(
    `/* import.plans */ SELECT ${names.join(", ")} FROM dispatch
     WHERE id = ANY ($1::text[]) ORDER BY id FOR UPDATE`,
    [[...moved.keys()]],
  );
  await batch.upsert({
    table: "dispatch",
    key: ["id"],
    columns: dispatchColumns,
    rows: rows.map((row) => ({ ...row, home_agency_code: moved.get(row.id)?.agency })),
    lines: rows.map(({ id }) => moved.get(id)?.line ?? 0),
    derived: ["home_agency_code"],
  });
}
