import { type CodeOf, codes } from "../../kit/codes";
import { enumFilter } from "../../kit/filter/filter-inputs";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { code, day, record, reference, text } from "../../kit/record/fields";
import { Municipality, municipalityCodes } from "../municipality/municipality";

/** What has become of a request for the list. */
export const ListRequestState = codes(
  "ListRequestState",
  "What has become of a municipality's request for the external personnel list.",
  {
    REQUESTED: "Not decided yet.",
    GRANTED: "The municipality can see the profiles. Final.",
    REFUSED: "Refused; the municipality can ask again.",
  },
);

/** A code of {@link ListRequestState}. */
export type ListRequestState = CodeOf<typeof ListRequestState>;

enumFilter(ListRequestState, "ListRequestStateFilter");

/** A municipality's request for the external personnel list. */
@record(
  "list_request",
  "A municipality's request for the external personnel list. Counts by category are for all; profiles only for municipalities that were granted it.",
)
export class ListRequest extends StoredRecord {
  @reference(() => Municipality, "Who asks.", {
    filter: "By code of the municipality.",
    codes: municipalityCodes,
  })
  municipalityCode: string;

  @day("The day of the request.", {
    filter: "By the day of the request.",
    order: "By the day of the request.",
  })
  requestedOn: string;

  @code(ListRequestState, "What has become of it.", { filter: "By what has become of them." })
  state: ListRequestState;

  @day("The day it was granted or refused; null before.", {
    nullable: true,
    filter: "By the day of the decision.",
    order: "By the day of the decision; what is open counts as latest.",
  })
  decidedOn: string | null;

  @text("Why it was refused.", { nullable: true })
  refusalReason: string | null;
}
