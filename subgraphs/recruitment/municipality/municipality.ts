import { NamedFact } from "../../catalog/facts/sourced-fact";
import { type CodeOf, codes } from "../../kit/codes";
import { enumFilter } from "../../kit/filter/filter-inputs";
import { code, day, foundReference, key, record, reference, text } from "../../kit/record/fields";
import { Prefecture, prefectureCodes, prefectureOf } from "./prefecture";

/** What a municipality code stands for. */
export const MunicipalityKind = codes("MunicipalityKind", "What a municipality code stands for.", {
  CITY: "市: a city, designated or not.",
  TOWN: "町: a town.",
  VILLAGE: "村: a village.",
  SPECIAL_WARD: "特別区: one of the 23 wards of Tokyo; a municipality.",
  WARD: "区: a ward of a designated city. It has a code and is no municipality.",
  NORTHERN_TERRITORIES_VILLAGE:
    "One of the six villages of the Northern Territories. They have codes and no municipal administration.",
});

/** A code of {@link MunicipalityKind}. */
export type MunicipalityKind = CodeOf<typeof MunicipalityKind>;

enumFilter(MunicipalityKind, "MunicipalityKindFilter");

/** The kinds that are municipalities, with an administration of their own. */
export const municipalKinds: readonly MunicipalityKind[] = [
  MunicipalityKind.CITY,
  MunicipalityKind.TOWN,
  MunicipalityKind.VILLAGE,
  MunicipalityKind.SPECIAL_WARD,
];

/** The codes of all municipalities. */
export const municipalityCodes = { sql: "SELECT code FROM municipality ORDER BY code" };

/** A municipality, or a part of one that has a code of its own. */
@record(
  "municipality",
  "A municipality, a ward of a designated city, or another place with a code for local public entities (全国地方公共団体コード).",
)
export class Municipality extends NamedFact {
  @key("Its six-digit code (JIS X 0401 and 0402), the check digit last.", {
    order: "By code, which goes from north to south.",
  })
  code: string;

  @text("How its Japanese name is read, in hiragana.", {
    filter: "By how the name is read.",
    written: "free",
  })
  kana: string;

  @foundReference(() => Prefecture, prefectureOf, "text", "The prefecture it lies in.", {
    filter: "By two-digit code of the prefecture, as 13.",
    codes: prefectureCodes,
  })
  prefectureCode: string;

  @code(MunicipalityKind, "What it is.", {
    filter:
      "By kind. Default: CITY, TOWN, VILLAGE and SPECIAL_WARD, which are the municipalities; other kinds only if they are asked for.",
  })
  kind: MunicipalityKind;

  @reference(() => Municipality, "The designated city a ward belongs to; null for all others.", {
    nullable: true,
  })
  cityCode: string | null;

  @day("First day it has the code; null: before the data begin.", {
    column: "from_date",
    nullable: true,
  })
  validFrom: string | null;

  @day("The first day it no longer holds; null: open.", { column: "to_date", nullable: true })
  validTo: string | null;
}
