import { type CodeOf, codes } from "../../kit/codes";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** What kind of event it is. */
export const NetworkEventKind = codes("NetworkEventKind", "What kind of event it is.", {
  HEADS_MEETING: "The heads of the civil service or of the personnel authorities.",
  DG_MEETING: "The directors-general of the trilateral network.",
  CONFERENCE: "A conference, forum or meeting of senior officials.",
  SYMPOSIUM: "A symposium.",
  WORKSHOP: "A workshop of practitioners.",
  TRAINING: "A joint training.",
});

/** A code of {@link NetworkEventKind}. */
export type NetworkEventKind = CodeOf<typeof NetworkEventKind>;

/** Filter on {@link NetworkEventKind}. */
export const NetworkEventKindFilter = enumFilter(NetworkEventKind, "NetworkEventKindFilter");

/** How an event was held. */
export const EventFormat = codes("EventFormat", "How an event was held.", {
  IN_PERSON: "At a place that the source names; the source mentions no online meeting.",
  ONLINE: "Online.",
});

/** A code of {@link EventFormat}. */
export type EventFormat = CodeOf<typeof EventFormat>;

/** Filter on {@link EventFormat}. */
export const EventFormatFilter = enumFilter(EventFormat, "EventFormatFilter");

/** How far an event has come. */
export const NetworkEventState = codes("NetworkEventState", "How far an event has come.", {
  PLANNED: "Planned; nobody has confirmed that it was held.",
  HELD: "Held: confirmed by the office, or published with its date.",
  CANCELLED: "Will not be, or was not, held.",
});

/** A code of {@link NetworkEventState}. */
export type NetworkEventState = CodeOf<typeof NetworkEventState>;

enumFilter(NetworkEventState, "NetworkEventStateFilter");
