import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** What kind of event it is. */
export enum NetworkEventKind {
  HEADS_MEETING = "HEADS_MEETING",
  DG_MEETING = "DG_MEETING",
  CONFERENCE = "CONFERENCE",
  SYMPOSIUM = "SYMPOSIUM",
  WORKSHOP = "WORKSHOP",
  TRAINING = "TRAINING",
}

registerEnumType(NetworkEventKind, {
  name: "NetworkEventKind",
  description: "What kind of event it is.",
  valuesConfig: {
    HEADS_MEETING: {
      description: "The heads of the civil service or of the personnel authorities.",
    },
    DG_MEETING: { description: "The directors-general of the trilateral network." },
    CONFERENCE: { description: "A conference, forum or meeting of senior officials." },
    SYMPOSIUM: { description: "A symposium." },
    WORKSHOP: { description: "A workshop of practitioners." },
    TRAINING: { description: "A joint training." },
  },
});

/** How an event was held. */
export enum EventFormat {
  IN_PERSON = "IN_PERSON",
  ONLINE = "ONLINE",
}

registerEnumType(EventFormat, {
  name: "EventFormat",
  description: "How an event was held.",
  valuesConfig: {
    IN_PERSON: {
      description: "At a place the source names, with nothing said of an online meeting.",
    },
    ONLINE: { description: "Online." },
  },
});

/** Filter on {@link NetworkEventKind}. */
export const NetworkEventKindFilter = enumFilter(NetworkEventKind, "NetworkEventKindFilter");

/** Filter on {@link EventFormat}. */
export const EventFormatFilter = enumFilter(EventFormat, "EventFormatFilter");
