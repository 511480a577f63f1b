import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** What has become of a request for the list. */
export enum ListRequestState {
  REQUESTED = "REQUESTED",
  GRANTED = "GRANTED",
  REFUSED = "REFUSED",
}

registerEnumType(ListRequestState, {
  name: "ListRequestState",
  description: "What has become of a municipality's request for the external personnel list.",
  valuesConfig: {
    REQUESTED: { description: "Not decided yet." },
    GRANTED: { description: "The municipality may see the profiles. Final." },
    REFUSED: { description: "Refused; the municipality may ask again." },
  },
});

/** Conditions on the state of a request. */
export const ListRequestStateFilter = enumFilter(ListRequestState, "ListRequestStateFilter");
