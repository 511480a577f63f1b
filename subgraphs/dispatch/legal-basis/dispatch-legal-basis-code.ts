import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** The provisions under which officials are dispatched: Act No. 117 of 1970, art. 2(1)(i)–(iii). */
export enum DispatchLegalBasisCode {
  ART2_1_1 = "ART2_1_1",
  ART2_1_2 = "ART2_1_2",
  ART2_1_3 = "ART2_1_3",
}

registerEnumType(DispatchLegalBasisCode, {
  name: "DispatchLegalBasisCode",
  description:
    "The provisions under which officials are dispatched: Act No. 117 of 1970, art. 2(1).",
  valuesConfig: {
    ART2_1_1: { description: "Item (i): international organizations of which Japan is a member." },
    ART2_1_2: { description: "Item (ii): bodies of foreign governments." },
    ART2_1_3: {
      description:
        "Item (iii): comparable bodies laid down in rules of the National Personnel Authority.",
    },
  },
});

/** Conditions on a legal basis. */
export const DispatchLegalBasisFilter = enumFilter(
  DispatchLegalBasisCode,
  "DispatchLegalBasisFilter",
);
