import { agency } from "../../catalog/record/fields";
import { type CodeOf, codes } from "../../kit/codes";
import { enumFilter } from "../../kit/filter/filter-inputs";
import { DatedRecord } from "../../kit/record/dated-record";
import { code, day, record, reference, text } from "../../kit/record/fields";
import { Fellow } from "./fellow";

/** Where a fellow can be placed, as the sources on the program say. */
export const HostKind = codes("PlacementHostKind", "Where a fellow can be placed.", {
  AGENCY: "A ministry or agency of the host country.",
  DIET_OFFICE: "The office of a member of the Diet (国会議員事務所).",
  COMPANY: "A company.",
});
/** A code of {@link HostKind}. */
export type HostKind = CodeOf<typeof HostKind>;

enumFilter(HostKind, "PlacementHostKindFilter");

/** A fellow's work at one host, from one day to another. */
@record("placement", "A fellow's work at one host, from one day to another.")
export class Placement extends DatedRecord {
  @reference(() => Fellow, "The fellow who works there.", {
    filter: "By the fellow's id.",
    identifiesPerson: true,
  })
  fellowId: string;

  @code(HostKind, "What kind of host it is.", { filter: "By the kind of host." })
  hostKind: HostKind;

  @agency("The agency that hosts; null where the host is not an agency.", {
    nullable: true,
    filter: "By the host agency's code; isNull: true gives the other hosts.",
  })
  hostAgencyCode: string | null;

  @text("The name of a host that is not an agency; null where it is one.", {
    nullable: true,
    filter: "By the name of a host that is not an agency.",
    written: "free",
  })
  hostName: string | null;

  @text("Why it was ended; null where it was not ended before its time.", { nullable: true })
  endReason: string | null;

  @day(
    "The day it was cancelled, before it began; null where it was not. What was ended is not cancelled.",
    {
      nullable: true,
      filter: "By the day they were cancelled; isNull: true gives those that were not.",
    },
  )
  cancelledOn: string | null;

  @text("Why it was cancelled; null where it was not.", { nullable: true })
  cancellationReason: string | null;
}
