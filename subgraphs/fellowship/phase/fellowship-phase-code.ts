import { registerEnumType } from "type-graphql";

/** The parts of a fellowship. */
export enum FellowshipPhaseCode {
  PRE_DEPARTURE = "PRE_DEPARTURE",
  HOMESTAY_LANGUAGE = "HOMESTAY_LANGUAGE",
  PLACEMENT = "PLACEMENT",
  RETURN_SERVICE = "RETURN_SERVICE",
}

registerEnumType(FellowshipPhaseCode, {
  name: "FellowshipPhaseCode",
  description: "The parts of a fellowship.",
  valuesConfig: {
    PRE_DEPARTURE: { description: "Language and area studies at home, before the year abroad." },
    HOMESTAY_LANGUAGE: { description: "Language course with homestay in the host country." },
    PLACEMENT: {
      description: "Work in ministries, Diet members' offices and companies of the host country.",
    },
    RETURN_SERVICE: { description: "Duty to go on serving one's own government afterwards." },
  },
});
