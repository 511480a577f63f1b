import { cellProblem } from "../../kit/facts/problem";
import type { ImportBatch } from "../../kit/import/import-batch";
import { rowsBy } from "../../kit/import/rows-by";
import { countryInNetwork, placeOfMembership } from "../membership/memberships-on-record";
import { endOf, type NetworkMembership } from "../membership/network-membership";
import { membershipsOfParticipants } from "./events-on-record";
import type { ParticipantChanges } from "./imported-participants";
import type { NetworkEventPresentation } from "./network-event-presentation";
import { daysToBelong } from "./network-event-values";
import { checkBelonging, checkRemoval } from "./participation.rules";

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
  const { from, to } = daysToBelong(row.starts_on, batch.today);
  const members = new Set(
    added.filter((country) =>
      memberships
        .get(countryInNetwork({ network: row.network, country }))
        ?.some((membership) => membership.firstDay < to && (endOf(membership) ?? to) > from),
    ),
  );
  const day = row.starts_on ?? batch.today;
  for (const country of added) {
    // Of the list in the cell, only the country at fault is shown.
    const cell = { ...row, participants: country };
    const participant = { country, asGuest: false };
    batch.refuse(cell, checkBelonging([participant], members, day, "participants"));
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
    if (checkRemoval(countryCode, list, "participants").length === 0) continue;
    const expected = `${countryCode} among them, which gives a presentation at the event`;
    batch.report(cellProblem(row, "participants", row.participants.join(";"), expected));
  }
}
