import { In, IsNull } from "typeorm";
import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader } from "../../kit/request-context";
import { recordById } from "../loader/record-by-id";
import { NetworkEvent } from "./network-event";
import { NetworkEventParticipation } from "./network-event-participation";
import { NetworkEventPresentation } from "./network-event-presentation";

/** Events by id; `null` for an id without one. */
export const networkEventById = recordById(NetworkEvent, "networkEventById");

/** The participations that stand, in the order of the source or of their recording, by event. */
export const participationsByEventId: DatabaseLoader<string, NetworkEventParticipation[]> = {
  name: "participationsByEventId",
  batch: async (ids, database) => {
    const participations = await database.getRepository(NetworkEventParticipation).find({
      where: { eventId: In([...ids]), removedOn: IsNull() },
      order: { position: "ASC", countryCode: "ASC" },
      comment: "participationsByEventId",
    });
    return rowsOfKeys(ids, participations, ({ eventId }) => eventId);
  },
};

/** The presentations that stand, in the order of the event, by event. */
export const presentationsByEventId: DatabaseLoader<string, NetworkEventPresentation[]> = {
  name: "presentationsByEventId",
  batch: async (ids, database) => {
    const presentations = await database.getRepository(NetworkEventPresentation).find({
      where: { eventId: In([...ids]), withdrawnOn: IsNull() },
      order: { position: "ASC" },
      comment: "presentationsByEventId",
    });
    return rowsOfKeys(ids, presentations, ({ eventId }) => eventId);
  },
};
