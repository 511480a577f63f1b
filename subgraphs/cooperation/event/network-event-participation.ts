import { country } from "../../catalog/record/fields";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { flag, hidden, record, reference, whole } from "../../kit/record/fields";
import { NetworkEvent } from "./network-event";

/** The participation of a country in an event. If it is taken off the list again, it is kept, with the day on which it was taken off. */
@record(
  "network_event_participation",
  "The participation of a country in an event, past or planned.",
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
