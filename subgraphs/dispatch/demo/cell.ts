import { repeated } from "../../kit/demo/random";

/** A kind of organization, as the office records it. */
export type TypeCode =
  | "UNITED_NATIONS"
  | "OTHER_INTERNATIONAL_ORGANIZATION"
  | "FOREIGN_GOVERNMENT"
  | "RESEARCH_INSTITUTE"
  | "DIRECTIVE_DESIGNATED"
  | "STATE_OR_MUNICIPALITY"
  | "SCHOOL"
  | "HOSPITAL";

/** A region of the National Personnel Authority. */
export type RegionCode =
  | "ASIA"
  | "EUROPE"
  | "NORTH_AMERICA"
  | "AFRICA"
  | "LATIN_AMERICA"
  | "MIDDLE_EAST"
  | "PACIFIC";

/** Where an official is sent, as far as figures are published by it. */
export interface Cell {
  readonly type: TypeCode;
  readonly region: RegionCode;
}

/** Numbers by kind of organization and region. */
export type Table = Readonly<
  Partial<Record<TypeCode, Readonly<Partial<Record<RegionCode, number>>>>>
>;

/** Each cell as often as the table says. */
export function cellsOf(table: Table): Cell[] {
  return Object.entries(table).flatMap(([type, regions]) =>
    repeated(
      Object.entries(regions).map(([region, count]) => [
        { type: type as TypeCode, region: region as RegionCode },
        count,
      ]),
    ),
  );
}
