import { registerEnumType } from "type-graphql";

/** What can be counted of fellowships. */
export enum FellowshipMeasure {
  FELLOWS = "FELLOWS",
  PLACEMENTS = "PLACEMENTS",
}

registerEnumType(FellowshipMeasure, {
  name: "FellowshipMeasure",
  description: "What can be counted of fellowships.",
  valuesConfig: {
    FELLOWS: {
      description:
        "Fellows: by fiscal year those of the cohorts that came in it, as of a day all admitted by then.",
    },
    PLACEMENTS: { description: "Placements with hosts on a day: a stock." },
  },
});

/** What fellowships can be grouped by. */
export enum FellowshipDimension {
  PROGRAM = "PROGRAM",
  COHORT = "COHORT",
  SENDING_AGENCY = "SENDING_AGENCY",
  STATUS = "STATUS",
  HOST_KIND = "HOST_KIND",
  HOST_AGENCY = "HOST_AGENCY",
}

registerEnumType(FellowshipDimension, {
  name: "FellowshipDimension",
  description: "What fellowships can be grouped by.",
  valuesConfig: {
    PROGRAM: { description: "The program." },
    COHORT: { description: "The number of the cohort." },
    SENDING_AGENCY: { description: "The agency that the fellow came from." },
    STATUS: { description: "How far the fellowship has come today." },
    HOST_KIND: { description: "What kind of host." },
    HOST_AGENCY: { description: "The agency that is the host; unknown for other hosts." },
  },
});
