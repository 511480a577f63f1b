import { agency, country } from "../../catalog/record/fields";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { day, record, reference, text, whole } from "../../kit/record/fields";
import { NetworkEvent } from "./network-event";

/** A presentation a participating country gives at an event; one that was withdrawn is kept with day and reason. */
@record(
  "network_event_presentation",
  "A presentation that a participating country gives at an event.",
)
export class NetworkEventPresentation extends StoredRecord {
  @reference(() => NetworkEvent, "The event.")
  eventId: string;

  @country("The country that gives it.")
  countryCode: string;

  @agency("Its agency; null where not known.", { nullable: true })
  agencyCode: string | null;

  @text("Its title.")
  title: string;

  @text("Who gives it; null where not known.", { nullable: true })
  presenterName: string | null;

  @whole("Its place in the order of the event, from 1.")
  position: number;

  @day("When it was withdrawn; it is then no longer among the event's presentations.", {
    nullable: true,
  })
  withdrawnOn: string | null;

  @text("Why it was withdrawn.", { nullable: true })
  withdrawalReason: string | null;
}
