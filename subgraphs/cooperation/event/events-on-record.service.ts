import { type EntityManager, In, IsNull } from "typeorm";
import { normalForm } from "../../kit/normal-form";
import { membershipsOnRecord } from "../membership/memberships.service";
import type { NetworkMembership } from "../membership/network-membership";
import type { EventSheetRow } from "./event.sheet";
import { NetworkEvent } from "./network-event";
import { NetworkEventParticipation } from "./network-event-participation";
import { NetworkEventPresentation } from "./network-event-presentation";

/**
 * Reads the events with the network, kind and title, in whatever form, of one of the rows, published ones too, with one statement, and
 * locks them. Synthetic ones are left out: they come in copies.
 */
export function eventsOnRecord(
  manager: EntityManager,
  rows: readonly EventSheetRow[],
): Promise<NetworkEvent[]> {
  return manager
    .createQueryBuilder(NetworkEvent, "event")
    .comment("import.events")
    .where(
      "(event.networkCode, event.kind, normal_form(event.title)) IN (SELECT * FROM unnest(:networks::text[], :kinds::text[], :titles::text[]))",
      {
        networks: rows.map(({ network }) => network),
        kinds: rows.map(({ kind }) => kind),
        titles: rows.map(({ title }) => normalForm(title)),
      },
    )
    .andWhere("NOT event.synthetic")
    .orderBy("event.id")
    .setLock("pessimistic_write")
    .getMany();
}

/** An event of a series, by what identifies it there. */
interface EventOfSeries {
  readonly id: string;
  readonly networkCode: string;
  readonly kind: string;
  readonly title: string;
  readonly startsOn: string | null;
}

/** Reads the events that the office has recorded of the networks and kinds of rows, with one statement. */
export function eventsOfSeries(
  manager: EntityManager,
  rows: readonly EventSheetRow[],
): Promise<EventOfSeries[]> {
  return manager.query(
    `/* import.eventsOfSeries */ SELECT id, network_code AS "networkCode", kind, title, starts_on AS "startsOn"
     FROM network_event WHERE source_id IS NULL AND NOT synthetic
       AND (network_code, kind) IN (SELECT * FROM unnest($1::text[], $2::text[])) ORDER BY id`,
    [rows.map(({ network }) => network), rows.map(({ kind }) => kind)],
  );
}

/** Reads the events that have the number of one of the rows in its series, with one statement. */
export function numberedEvents(
  manager: EntityManager,
  rows: readonly EventSheetRow[],
): Promise<NetworkEvent[]> {
  return manager
    .createQueryBuilder(NetworkEvent, "event")
    .comment("import.editions")
    .where(
      "(event.networkCode, event.kind, event.edition) IN (SELECT * FROM unnest(:networks::text[], :kinds::text[], :editions::integer[]))",
      {
        networks: rows.map(({ network }) => network),
        kinds: rows.map(({ kind }) => kind),
        editions: rows.map(({ edition }) => edition),
      },
    )
    .andWhere("event.state IS DISTINCT FROM 'CANCELLED'")
    .orderBy("event.id")
    .getMany();
}

/** Who stands on the lists of events or stood there, and who presents, with a statement each. */
export async function participantsOnRecord(manager: EntityManager, eventIds: readonly string[]) {
  const participations = await manager.find(NetworkEventParticipation, {
    where: { eventId: In([...eventIds]) },
    order: { eventId: "ASC", position: "ASC" },
    comment: "import.participations",
  });
  const presentations = await manager.find(NetworkEventPresentation, {
    where: { eventId: In([...eventIds]), withdrawnOn: IsNull() },
    comment: "import.presentations",
  });
  return { participations, presentations };
}

/** The memberships of all countries named as participants, with one statement. */
export function membershipsOfParticipants(
  manager: EntityManager,
  rows: readonly EventSheetRow[],
): Promise<NetworkMembership[]> {
  const named = new Map(
    rows.flatMap(({ network, participants }) =>
      participants.map((country) => [`${network} ${country}`, { network, country }] as const),
    ),
  );
  return membershipsOnRecord(manager, [...named.values()]);
}
