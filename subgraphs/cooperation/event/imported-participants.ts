import type { ImportedEvent } from "./imported-event";
import type { NetworkEventParticipation } from "./network-event-participation";

/** What a row changes of who takes part in its event. */
export interface ParticipantChanges {
  readonly imported: ImportedEvent;
  /** Who stands on the list, or once stood there. */
  readonly listed: readonly NetworkEventParticipation[];
  /** Countries that come on the list, or back. */
  readonly added: readonly string[];
  readonly removed: readonly NetworkEventParticipation[];
}

/** Compares a row with the list on record. Guests stay, and where the row names nobody, all do. */
export function participantChanges(
  imported: ImportedEvent,
  listed: readonly NetworkEventParticipation[],
): ParticipantChanges {
  const named = imported.row.participants;
  if (named.length === 0) return { imported, listed, added: [], removed: [] };
  const standing = listed.filter(({ removedOn }) => removedOn === null);
  const countries = new Set(standing.map(({ countryCode }) => countryCode));
  return {
    imported,
    listed,
    added: named.filter((country) => !countries.has(country)),
    removed: standing.filter(
      ({ countryCode, asGuest }) => !asGuest && !named.includes(countryCode),
    ),
  };
}

/** The columns that are written of a participation, with their types in PostgreSQL. */
export const participationColumns = {
  event_id: "text",
  country_code: "text",
  position: "integer",
  as_guest: "boolean",
  persons: "integer",
  removed_on: "date",
};

type ParticipationRow = Record<keyof typeof participationColumns, unknown>;

/** The rows of the database that change; who is new comes last, in the order of the row. */
export function rowsOfParticipations(
  { imported, listed, added, removed }: ParticipantChanges,
  today: string,
): ParticipationRow[] {
  const { id } = imported;
  const last = Math.max(-1, ...listed.map(({ position }) => position));
  const positions = new Map(listed.map(({ countryCode, position }) => [countryCode, position]));
  const isNew = (country: string) => !positions.has(country);
  const row = (country: string, position: number) => ({
    event_id: id,
    country_code: country,
    position,
    as_guest: false,
    persons: null,
    removed_on: null,
  });
  return [
    ...added.map((country) =>
      row(country, positions.get(country) ?? last + 1 + added.filter(isNew).indexOf(country)),
    ),
    ...removed.map(({ countryCode, position, persons }) => ({
      ...row(countryCode, position),
      persons,
      removed_on: today,
    })),
  ];
}
