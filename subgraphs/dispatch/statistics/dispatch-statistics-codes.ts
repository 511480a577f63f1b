import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** What can be counted of dispatches. */
export enum DispatchMeasure {
  ON_DISPATCH = "ON_DISPATCH",
  DEPARTURES = "DEPARTURES",
  RETURNS = "RETURNS",
  SENDING_AGENCIES = "SENDING_AGENCIES",
}

registerEnumType(DispatchMeasure, {
  name: "DispatchMeasure",
  description: "What can be counted of dispatches.",
  valuesConfig: {
    ON_DISPATCH: { description: "Officials on dispatch on a day: a stock." },
    DEPARTURES: { description: "Dispatches that began: a flow." },
    RETURNS: { description: "Dispatches that ended with the official's return: a flow." },
    SENDING_AGENCIES: {
      description: "Home agencies of the officials on dispatch on a day: a stock of agencies.",
    },
  },
});

/** What dispatches can be grouped by. */
export enum DispatchDimension {
  REGION = "REGION",
  ORGANIZATION_TYPE = "ORGANIZATION_TYPE",
  ORGANIZATION = "ORGANIZATION",
  COUNTRY = "COUNTRY",
  HOME_AGENCY = "HOME_AGENCY",
  LEGAL_BASIS = "LEGAL_BASIS",
  TERM = "TERM",
  PAY_RATE = "PAY_RATE",
}

registerEnumType(DispatchDimension, {
  name: "DispatchDimension",
  description: "What dispatches can be grouped by.",
  valuesConfig: {
    REGION: { description: "The organization's region." },
    ORGANIZATION_TYPE: { description: "The organization's kind." },
    ORGANIZATION: { description: "The organization." },
    COUNTRY: { description: "The country of duty." },
    HOME_AGENCY: { description: "The official's agency on the first day." },
    LEGAL_BASIS: { description: "The provision the dispatch rests on." },
    TERM: { description: "How long it was to be, from its first day, before any extension." },
    PAY_RATE: { description: "How much of the pay goes on." },
  },
});

/** How long a dispatch was to be when it was ordered, in the bands of the published figures. */
export enum DispatchTerm {
  UP_TO_1Y = "UP_TO_1Y",
  OVER_1Y_TO_2Y = "OVER_1Y_TO_2Y",
  OVER_2Y_TO_3Y = "OVER_2Y_TO_3Y",
  OVER_3Y = "OVER_3Y",
}

registerEnumType(DispatchTerm, {
  name: "DispatchTerm",
  description:
    "How long a dispatch was to be when it was ordered, in the bands of the published figures (派遣期間).",
  valuesConfig: {
    UP_TO_1Y: { description: "一年以内: up to one year." },
    OVER_1Y_TO_2Y: { description: "一年を超え二年以内: over one year and up to two." },
    OVER_2Y_TO_3Y: { description: "二年を超え三年以内: over two years and up to three." },
    OVER_3Y: { description: "三年を超える: over three years." },
  },
});

/** How much of the pay goes on during a dispatch, in the bands of the published figures. */
export enum DispatchPayRate {
  NONE = "NONE",
  PARTIAL = "PARTIAL",
  FULL_100 = "FULL_100",
}

registerEnumType(DispatchPayRate, {
  name: "DispatchPayRate",
  description:
    "How much of the pay goes on during a dispatch (Act No. 117 of 1970, art. 5), in the bands of the published figures.",
  valuesConfig: {
    NONE: { description: "支給なし: none." },
    PARTIAL: { description: "A part, 1–99 percent." },
    FULL_100: { description: "一〇〇%: all of it." },
  },
});

/** Conditions on a term. */
export const DispatchTermFilter = enumFilter(DispatchTerm, "DispatchTermFilter");

/** Conditions on a rate of pay. */
export const DispatchPayRateFilter = enumFilter(DispatchPayRate, "DispatchPayRateFilter");
