import { country } from "../../catalog/record/fields";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { flag, hidden, record, reference, whole } from "../../kit/record/fields";
import { NetworkEvent } from "./network-event";

/** That a country takes part in an event; one that was taken off the list again is kept with the day of that. */
@record(
  "network_event_participation",
  "That a country takes part, or is to take part, in an event.",
)
export class NetworkEventParticipation extends StoredRecord {
  @reference(() => NetworkEvent, "The event.")
  eventId: string;

  @country("The country.")
  countryCode: string;

  @hidden("integer")
  position: number;

  @flag("True if it takes part as a guest, without belonging to the network.")
  asGuest: boolean;

  @whole("How many persons; null where not known.", { nullable: true })
  persons: number | null;

  @hidden("date", { nullable: true })
  removedOn: string | null;
}
