import { registerEnumType } from "type-graphql";

/** What can be counted of cooperation. */
export enum CooperationMeasure {
  EVENTS = "EVENTS",
  PARTICIPATIONS = "PARTICIPATIONS",
  TRAINING_PARTICIPANTS = "TRAINING_PARTICIPANTS",
  TRAINING_COUNTRIES = "TRAINING_COUNTRIES",
  INVITED_PERSONS = "INVITED_PERSONS",
  INVITED_COUNTRIES = "INVITED_COUNTRIES",
}

registerEnumType(CooperationMeasure, {
  name: "CooperationMeasure",
  description: "What can be counted of cooperation. All are flows.",
  valuesConfig: {
    EVENTS: { description: "Events of networks that were held." },
    PARTICIPATIONS: {
      description: "Countries' participations in events, one a country and event.",
    },
    TRAINING_PARTICIPANTS: { description: "Officials who took part in training courses." },
    TRAINING_COUNTRIES: { description: "Countries that officials came to training courses from." },
    INVITED_PERSONS: { description: "Persons who visited on an invitation." },
    INVITED_COUNTRIES: { description: "Countries that persons visited from on an invitation." },
  },
});

/** What cooperation can be grouped by. */
export enum CooperationDimension {
  NETWORK = "NETWORK",
  EVENT_KIND = "EVENT_KIND",
  FORMAT = "FORMAT",
  HOST_AGENCY = "HOST_AGENCY",
  COUNTRY = "COUNTRY",
  COURSE = "COURSE",
  INVITATION_PROGRAM = "INVITATION_PROGRAM",
}

registerEnumType(CooperationDimension, {
  name: "CooperationDimension",
  description: "What cooperation can be grouped by.",
  valuesConfig: {
    NETWORK: { description: "The network of the event." },
    EVENT_KIND: { description: "The kind of event." },
    FORMAT: { description: "How the event was held." },
    HOST_AGENCY: { description: "The agency that hosted the event." },
    COUNTRY: {
      description:
        "Of events, the country they were held in; else the country that takes part or persons come from.",
    },
    COURSE: { description: "The training course." },
    INVITATION_PROGRAM: { description: "The program of the invitation." },
  },
});
