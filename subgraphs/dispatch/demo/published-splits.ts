import type { Table } from "./cell";

/**
 * Officials on dispatch on 2014-03-31. Both published splits of the 399 are its margins: by kind of organization, where
 * the leaflet's OTHER (9) is every kind it does not name, and by region. What is inside is made up.
 */
export const onDispatch2013: Table = {
  UNITED_NATIONS: { ASIA: 20, EUROPE: 65, NORTH_AMERICA: 25, AFRICA: 12, LATIN_AMERICA: 1 },
  OTHER_INTERNATIONAL_ORGANIZATION: {
    ASIA: 50,
    EUROPE: 40,
    NORTH_AMERICA: 12,
    AFRICA: 6,
    LATIN_AMERICA: 1,
  },
  FOREIGN_GOVERNMENT: {
    ASIA: 112,
    EUROPE: 9,
    NORTH_AMERICA: 8,
    AFRICA: 15,
    LATIN_AMERICA: 4,
    MIDDLE_EAST: 2,
    PACIFIC: 1,
  },
  RESEARCH_INSTITUTE: { ASIA: 2, EUROPE: 3, NORTH_AMERICA: 2 },
  DIRECTIVE_DESIGNATED: { ASIA: 4, EUROPE: 2 },
  STATE_OR_MUNICIPALITY: { NORTH_AMERICA: 1 },
  SCHOOL: { NORTH_AMERICA: 1 },
  HOSPITAL: { EUROPE: 1 },
};

/**
 * Departures of FY2023 (138): to foreign governments (23), to Europe (61) and to Asia (54) as published; the rest of
 * both splits is not published and made up.
 */
export const departures2023: Table = {
  UNITED_NATIONS: { ASIA: 14, EUROPE: 34, NORTH_AMERICA: 10, AFRICA: 4 },
  OTHER_INTERNATIONAL_ORGANIZATION: {
    ASIA: 25,
    EUROPE: 21,
    NORTH_AMERICA: 2,
    LATIN_AMERICA: 1,
    PACIFIC: 1,
  },
  FOREIGN_GOVERNMENT: { ASIA: 15, EUROPE: 4, NORTH_AMERICA: 4 },
  RESEARCH_INSTITUTE: { EUROPE: 1, NORTH_AMERICA: 1 },
  SCHOOL: { EUROPE: 1 },
};

/** Departures of FY2014 (148) and returns by kind, which lead from the end of FY2013 to the split published for FY2014. */
export const departures2014: Table = {
  UNITED_NATIONS: { ASIA: 8, EUROPE: 24, NORTH_AMERICA: 9, AFRICA: 3 },
  OTHER_INTERNATIONAL_ORGANIZATION: { ASIA: 20, EUROPE: 18, NORTH_AMERICA: 4, AFRICA: 2 },
  FOREIGN_GOVERNMENT: { ASIA: 40, EUROPE: 3, NORTH_AMERICA: 3, AFRICA: 5, MIDDLE_EAST: 1 },
  RESEARCH_INSTITUTE: { EUROPE: 2, NORTH_AMERICA: 1 },
  DIRECTIVE_DESIGNATED: { ASIA: 3, EUROPE: 2 },
};

/** What the returns of one year are: how many in all, or how many of each kind. */
export type Returns = number | Readonly<Partial<Record<string, number>>>;

/** The flows of one year. */
export interface Flows {
  readonly departures: number | Table;
  readonly returns: Returns;
}

/**
 * The flows after FY2013, by fiscal year. With them the published stocks hold (391 at the end of FY2014 with its split
 * by kind, 384 of FY2018, 342 of FY2023), and so do the departures of FY2014 and FY2023 and the returns of FY2023.
 * The 148 returns published for FY2014 cannot: 399 and 148 less 148 is not 391, so 156 return. Other years are made up.
 */
export const flows: Readonly<Record<number, Flows>> = {
  2014: {
    departures: departures2014,
    returns: {
      UNITED_NATIONS: 51,
      OTHER_INTERNATIONAL_ORGANIZATION: 40,
      FOREIGN_GOVERNMENT: 63,
      RESEARCH_INSTITUTE: 2,
    },
  },
  2015: { departures: 145, returns: 147 },
  2016: { departures: 146, returns: 148 },
  2017: { departures: 144, returns: 145 },
  2018: { departures: 143, returns: 145 },
  2019: { departures: 146, returns: 150 },
  2020: { departures: 95, returns: 115 },
  2021: { departures: 120, returns: 130 },
  2022: { departures: 136, returns: 140 },
  2023: { departures: departures2023, returns: 142 },
};

/** Planned terms of the 138 departures of FY2023, as published. */
export const terms2023: readonly (readonly [term: Term, count: number])[] = [
  ["UP_TO_1Y", 36],
  ["OVER_1Y_TO_2Y", 64],
  ["OVER_2Y_TO_3Y", 22],
  ["OVER_3Y", 16],
];

/** A class of planned terms. */
export type Term = "UP_TO_1Y" | "OVER_1Y_TO_2Y" | "OVER_2Y_TO_3Y" | "OVER_3Y";

/** How many of the 138 departures of FY2023 go without pay and with full pay, as published; the others get a part. */
export const pay2023 = { none: 82, full: 20 };
