import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** What a municipality code stands for. */
export enum MunicipalityKind {
  CITY = "CITY",
  TOWN = "TOWN",
  VILLAGE = "VILLAGE",
  SPECIAL_WARD = "SPECIAL_WARD",
  WARD = "WARD",
  NORTHERN_TERRITORIES_VILLAGE = "NORTHERN_TERRITORIES_VILLAGE",
}

registerEnumType(MunicipalityKind, {
  name: "MunicipalityKind",
  description: "What a municipality code stands for.",
  valuesConfig: {
    CITY: { description: "市: a city, designated or not." },
    TOWN: { description: "町: a town." },
    VILLAGE: { description: "村: a village." },
    SPECIAL_WARD: { description: "特別区: one of the 23 wards of Tokyo; a municipality." },
    WARD: {
      description: "区: a ward of a designated city. It has a code and is no municipality.",
    },
    NORTHERN_TERRITORIES_VILLAGE: {
      description:
        "One of the six villages of the Northern Territories. They have codes and no municipal administration.",
    },
  },
});

/** The kinds that are municipalities, with an administration of their own. */
export const municipalKinds: readonly MunicipalityKind[] = [
  MunicipalityKind.CITY,
  MunicipalityKind.TOWN,
  MunicipalityKind.VILLAGE,
  MunicipalityKind.SPECIAL_WARD,
];

/** Conditions on the kind of a municipality. */
export const MunicipalityKindFilter = enumFilter(MunicipalityKind, "MunicipalityKindFilter");
