import { RecordedFact } from "../../catalog/facts/recorded-fact";
import { agency, country } from "../../catalog/record/fields";
import { hidden, key, partialDate, record, reference, text, whole } from "../../kit/record/fields";
import { Network, networkCodes } from "../network/network";

/** A country's turn to chair a network. */
@record(
  "network_chair",
  "A country's turn to chair a network, as a source gives it or an office has recorded it.",
)
export class NetworkChair extends RecordedFact {
  @key("Stable name of a published turn; opaque for one that an office has recorded.")
  id: string;

  @reference(() => Network, "The network.", {
    filter: "By code of the network.",
    codes: networkCodes,
  })
  networkCode: string;

  @whole("The number of the conference that the turn belongs to.", {
    filter: "By number of the conference.",
  })
  edition: number;

  @country("The country in the chair.", { filter: "By code of the country." })
  countryCode: string;

  @agency("Its agency; null where not known.", { nullable: true, filter: "By code of the agency." })
  agencyCode: string | null;

  @partialDate("When the turn begins, as precise as the source.", { column: "from_date" })
  from: string;

  @partialDate(
    "When it ends. A year or month of a source is included; a day is the first on which the turn no longer holds; null where open.",
    { column: "to_date", nullable: true },
  )
  to: string | null;

  @hidden("date")
  firstDay: string;

  @hidden("date", { nullable: true })
  endDay: string | null;

  @text("Why it ended when it did, where an office has recorded that.", { nullable: true })
  endReason: string | null;
}
