import { cellProblem } from "../../kit/facts/problem";
import type { ImportBatch } from "../../kit/import/import-batch";
import { rowsBy } from "../../kit/rows-by";
import { overlap } from "../../kit/rules/period";
import { brokenRules } from "../../kit/rules/rule";
import { countryInNetwork, placeOfMembership } from "../membership/memberships.service";
import { daysOf, type NetworkMembership } from "../membership/network-membership";
import type { ImportedEvent } from "./event.import-rules";
import { membershipsOfParticipants } from "./events-on-record.service";
import type { NetworkEventParticipation } from "./network-event-participation";
import type { NetworkEventPresentation } from "./network-event-presentation";
import { daysToBelong } from "./network-event-values.service";
import { belongingRules, removalRules } from "./participation.rules";

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

/** The participations that change; who is new comes last, in the order of the row. */
export function participationsOf(
  { imported, listed, added, removed }: ParticipantChanges,
  today: string,
) {
  const last = Math.max(-1, ...listed.map(({ position }) => position));
  const positions = new Map(listed.map(({ countryCode, position }) => [countryCode, position]));
  const fresh = added.filter((country) => !positions.has(country));
  const common = { eventId: imported.id, asGuest: false };
  return [
    ...added.map((countryCode) => {
      const position = positions.get(countryCode) ?? last + 1 + fresh.indexOf(countryCode);
      return { ...common, countryCode, position, persons: null, removedOn: null };
    }),
    ...removed.map(({ countryCode, position, persons }) => {
      return { ...common, countryCode, position, persons, removedOn: today };
    }),
  ];
}

/** Refuses rows that add countries that do not belong to the network, or take off those that give a presentation. */
export async function refuseParticipants(
  changes: readonly ParticipantChanges[],
  presentations: ReadonlyMap<string, readonly NetworkEventPresentation[]>,
  batch: ImportBatch,
): Promise<void> {
  const memberships = rowsBy(
    await membershipsOfParticipants(
      batch.manager,
      changes.map(({ imported }) => imported.row),
    ),
    placeOfMembership,
  );
  for (const change of changes) {
    refuseStrangers(change, memberships, batch);
    refuseRemovals(change, presentations.get(change.imported.id) ?? [], batch);
  }
}

function refuseStrangers(
  { imported, added }: ParticipantChanges,
  memberships: ReadonlyMap<string, readonly NetworkMembership[]>,
  batch: ImportBatch,
): void {
  const { row } = imported;
  const days = daysToBelong(row.starts_on, batch.today);
  const members = new Set(
    added.filter((country) =>
      memberships
        .get(countryInNetwork({ network: row.network, country }))
        ?.some((membership) => overlap(daysOf(membership), days)),
    ),
  );
  const day = row.starts_on ?? batch.today;
  for (const country of added) {
    // Of the list in the cell, only the country at fault is shown.
    const cell = { ...row, participants: country };
    const participant = { country, asGuest: false };
    const rules = belongingRules([participant], members, day, "participants");
    batch.refuse(cell, brokenRules(rules));
  }
}

function refuseRemovals(
  { imported, listed, removed }: ParticipantChanges,
  presentations: readonly NetworkEventPresentation[],
  batch: ImportBatch,
): void {
  const { row } = imported;
  const list = {
    standing: new Set(listed.map(({ countryCode }) => countryCode)),
    presenting: new Set(presentations.map(({ countryCode }) => countryCode)),
  };
  for (const { countryCode } of removed) {
    if (brokenRules(removalRules(countryCode, list, "participants")).length === 0) continue;
    const expected = `${countryCode} among them, which gives a presentation at the event`;
    batch.report(cellProblem(row, "participants", row.participants.join(";"), expected));
  }
}
