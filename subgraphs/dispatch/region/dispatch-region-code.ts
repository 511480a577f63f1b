import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** The National Personnel Authority's seven regions of dispatch. */
export enum DispatchRegionCode {
  ASIA = "ASIA",
  EUROPE = "EUROPE",
  NORTH_AMERICA = "NORTH_AMERICA",
  AFRICA = "AFRICA",
  LATIN_AMERICA = "LATIN_AMERICA",
  MIDDLE_EAST = "MIDDLE_EAST",
  PACIFIC = "PACIFIC",
}

registerEnumType(DispatchRegionCode, {
  name: "DispatchRegionCode",
  description:
    "The seven regions in which the National Personnel Authority counts dispatched officials: its own list, not UN M49. The codes are ours.",
  valuesConfig: {
    ASIA: { description: "アジア: Asia." },
    EUROPE: { description: "欧州: Europe." },
    NORTH_AMERICA: { description: "北米: North America." },
    AFRICA: { description: "アフリカ: Africa." },
    LATIN_AMERICA: { description: "中南米: Central and South America." },
    MIDDLE_EAST: { description: "中東: the Middle East." },
    PACIFIC: { description: "太平洋: the Pacific." },
  },
});

/** Conditions on a region. */
export const DispatchRegionFilter = enumFilter(DispatchRegionCode, "DispatchRegionFilter");
