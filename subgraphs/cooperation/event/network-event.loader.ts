import { In } from "typeorm";
import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader } from "../../kit/request-context";
import { NetworkEvent } from "./network-event";
import { NetworkEventParticipation } from "./network-event-participation";

/** Events by id; `null` for an id without one. */
export const networkEventById: DatabaseLoader<string, NetworkEvent | null> = {
  name: "networkEventById",
  batch: async (ids, database) => {
    const events = await database
      .getRepository(NetworkEvent)
      .find({ where: { id: In([...ids]) }, comment: "networkEventById" });
    const byId = new Map(events.map((event) => [event.id, event]));
    return ids.map((id) => byId.get(id) ?? null);
  },
};

/** Codes of the countries named as participants, in the order of the source, by event. */
export const participantsByEventId: DatabaseLoader<string, string[]> = {
  name: "participantsByEventId",
  batch: async (ids, database) => {
    const participations = await database.getRepository(NetworkEventParticipation).find({
      where: { eventId: In([...ids]) },
      order: { position: "ASC" },
      comment: "participantsByEventId",
    });
    return rowsOfKeys(ids, participations, ({ eventId }) => eventId).map((own) =>
      own.map(({ countryCode }) => countryCode),
    );
  },
};
