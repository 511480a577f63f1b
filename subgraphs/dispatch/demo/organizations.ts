import { countryOf } from "../../catalog/country/country-list";
import type { Cell, RegionCode, TypeCode } from "./cell";

/** A made-up organization in a real country. */
export interface DemoOrganization extends Cell {
  readonly code: string;
  readonly nameEn: string;
  readonly nameJa: string;
  readonly country: string;
}

const countries: Readonly<Record<RegionCode, readonly string[]>> = {
  ASIA: ["TH", "PH", "ID", "VN", "MY", "IN", "KH", "LA", "MN", "MM", "BD"],
  EUROPE: ["CH", "FR", "AT", "IT", "GB", "DE", "BE", "NL"],
  NORTH_AMERICA: ["US", "CA"],
  AFRICA: ["KE", "ET", "TZ", "GH", "ZM"],
  LATIN_AMERICA: ["BR", "PE", "PY", "MX"],
  MIDDLE_EAST: ["JO", "AE", "TR"],
  PACIFIC: ["FJ", "PG"],
};

/** Kind → its short code, its name in both languages and how many there are in a country. */
const kinds: Readonly<Record<TypeCode, readonly [string, string, string, number]>> = {
  UNITED_NATIONS: ["UN", "United Nations Body", "国連機関", 2],
  OTHER_INTERNATIONAL_ORGANIZATION: ["IO", "International Organization", "国際機関", 2],
  FOREIGN_GOVERNMENT: ["FG", "Government Body", "外国政府機関", 2],
  RESEARCH_INSTITUTE: ["RI", "Research Institute", "研究所", 1],
  DIRECTIVE_DESIGNATED: ["DD", "Designated Body", "指令指定機関", 1],
  STATE_OR_MUNICIPALITY: ["SM", "State Body", "州機関", 1],
  SCHOOL: ["SC", "School", "学校", 1],
  HOSPITAL: ["HO", "Hospital", "病院", 1],
};

/** All made-up organizations: some of every kind in every country that is used. */
export const organizations: readonly DemoOrganization[] = Object.entries(kinds).flatMap(
  ([type, [short, english, japanese, count]]) => {
    let number = 0;
    return Object.entries(countries).flatMap(([region, codes]) =>
      codes.flatMap((country) =>
        Array.from({ length: count }, () => {
          number += 1;
          const two = String(number).padStart(2, "0");
          const { nameEn, nameJa } = countryOf(country);
          return {
            type: type as TypeCode,
            region: region as RegionCode,
            country,
            code: `SYN-${short}-${country}-${two}`,
            nameEn: `Synthetic ${english} ${two} (${nameEn ?? country})`,
            nameJa: `${japanese}（架空）${two}（${nameJa ?? country}）`,
          };
        }),
      ),
    );
  },
);

/** The organizations of a kind in a region. */
export function organizationsIn({ type, region }: Cell): DemoOrganization[] {
  return organizations.filter((one) => one.type === type && one.region === region);
}
