import { RecordedFact } from "../../catalog/facts/recorded-fact";
import { translatedText } from "../../catalog/text/translated-text";
import { agency, country, fiscalYear } from "../../catalog/record/fields";
import {
  code,
  day,
  hidden,
  key,
  partialDate,
  record,
  reference,
  text,
  whole,
} from "../../kit/record/fields";
import { Network, networkCodes } from "../network/network";
import { EventFormat, NetworkEventKind, NetworkEventState } from "./network-event-codes";

/** A meeting, symposium, workshop or training of a network. */
@record("network_event", "A meeting, conference, symposium, workshop or training of a network.")
export class NetworkEvent extends RecordedFact {
  @key("Stable name of a published event; opaque for one that an office has recorded.")
  id: string;

  @reference(() => Network, "The network.", {
    filter: "By code of the network.",
    codes: networkCodes,
  })
  networkCode: string;

  @code(NetworkEventKind, "What kind of event it is.", { filter: "By kind." })
  kind: NetworkEventKind;

  @whole("Its number in its series; null where it has none or it is not known.", {
    nullable: true,
    filter: "By number in its series.",
    order: "By number in its series; what is unknown counts as largest.",
  })
  edition: number | null;

  @translatedText("Its title; those of the trilateral network are in a uniform form of ours.", {
    filter: "By title, as it is stored: in English, or as an office has written it.",
    written: "free",
  })
  title: string;

  @translatedText("Its theme; `originalTheme` has it in the language of the source.", {
    nullable: true,
    filter: "By theme, in the language of the source.",
    written: "free",
  })
  theme: string | null;

  @partialDate("When it began or is to begin, as precise as known.", { nullable: true })
  startsOn: string | null;

  @partialDate("Its last day; null where it has one day or none is known.", { nullable: true })
  endsOn: string | null;

  @code(NetworkEventState, "How far it has come; null where a source names it without any date.", {
    nullable: true,
    filter: "By how far it has come.",
  })
  state: NetworkEventState | null;

  @day("When it was cancelled.", { nullable: true })
  cancelledOn: string | null;

  @text("Why it was cancelled.", { nullable: true })
  cancellationReason: string | null;

  @hidden("date", { nullable: true })
  startsEarliest: string | null;

  @hidden("date", { nullable: true })
  startsLatest: string | null;

  @fiscalYear("The fiscal year it began in; null where the source leaves that open.", {
    column: "fiscal_year",
    nullable: true,
    filter: "By fiscal year in which it began.",
  })
  fiscalYearNumber: number | null;

  @translatedText("The city.", { nullable: true })
  city: string | null;

  @country("Where it took place, or which country's turn it was.", {
    nullable: true,
    filter: "By code of the country it took place in.",
  })
  countryCode: string | null;

  @code(EventFormat, "How it was or is to be held; null where not known.", {
    nullable: true,
    filter: "By how it was held.",
  })
  format: EventFormat | null;

  @agency("Who hosted it; null where not known.", {
    nullable: true,
    filter: "By code of the agency that hosted it.",
  })
  hostAgencyCode: string | null;
}
