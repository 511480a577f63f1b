import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** How far an event has come. */
export enum NetworkEventState {
  PLANNED = "PLANNED",
  HELD = "HELD",
  CANCELLED = "CANCELLED",
}

registerEnumType(NetworkEventState, {
  name: "NetworkEventState",
  description: "How far an event has come.",
  valuesConfig: {
    PLANNED: { description: "Planned; nobody has confirmed that it was held." },
    HELD: { description: "Held: confirmed by the office, or published with its date." },
    CANCELLED: { description: "Will not be, or was not, held." },
  },
});

/** Filter on {@link NetworkEventState}. */
export const NetworkEventStateFilter = enumFilter(NetworkEventState, "NetworkEventStateFilter");
