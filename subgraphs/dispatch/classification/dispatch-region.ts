import { NamedFact } from "../../catalog/facts/sourced-fact";
import { type CodeOf, codes } from "../../kit/codes";
import { enumFilter } from "../../kit/filter/filter-inputs";
import { factRows } from "../../kit/record/by-key";
import { code, record, whole } from "../../kit/record/fields";

/** The National Personnel Authority's seven regions of dispatch. */
export const DispatchRegionCode = codes(
  "DispatchRegionCode",
  "The seven regions in which the National Personnel Authority counts dispatched officials: its own list, not UN M49. The codes are ours.",
  {
    ASIA: "アジア: Asia.",
    EUROPE: "欧州: Europe.",
    NORTH_AMERICA: "北米: North America.",
    AFRICA: "アフリカ: Africa.",
    LATIN_AMERICA: "中南米: Central and South America.",
    MIDDLE_EAST: "中東: the Middle East.",
    PACIFIC: "太平洋: the Pacific.",
  },
);
/** A code of {@link DispatchRegionCode}. */
export type DispatchRegionCode = CodeOf<typeof DispatchRegionCode>;
/** Conditions on a region. */
export const DispatchRegionFilter = enumFilter(DispatchRegionCode, "DispatchRegionFilter");

/** A region of the National Personnel Authority's own list, which is not UN M49. */
@record(
  "dispatch_region",
  "A region in which the National Personnel Authority counts dispatched officials. The list of seven is its own and not UN M49; it does not say which countries a region holds.",
)
export class DispatchRegion extends NamedFact {
  @code(DispatchRegionCode, "Its code (ours).", { primary: true })
  code: DispatchRegionCode;

  @whole("Its place in the list, from 1: by the number on dispatch there at the end of FY2013.")
  position: number;
}

/** All regions in the order of the list. */
export const allRegions = factRows("allRegions", DispatchRegion, { position: "ASC" });
