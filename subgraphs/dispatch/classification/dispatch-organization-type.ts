import { NamedFact } from "../../catalog/facts/sourced-fact";
import { type CodeOf, codes } from "../../kit/codes";
import { enumFilter } from "../../kit/filter/filter-inputs";
import { factRows } from "../../kit/record/by-key";
import { code, partialDate, record, whole } from "../../kit/record/fields";

/** The kinds of organization officials are dispatched to. */
export const DispatchOrganizationTypeCode = codes(
  "DispatchOrganizationTypeCode",
  "The kinds of organization officials are dispatched to, from the charts of the National Personnel Authority and its Rule 18-0, art. 2. The codes are ours.",
  {
    UNITED_NATIONS: "国際連合: the United Nations and related bodies.",
    OTHER_INTERNATIONAL_ORGANIZATION: "その他の国際機関: other international organizations.",
    FOREIGN_GOVERNMENT: "外国政府: foreign governments.",
    RESEARCH_INSTITUTE: "研究所: research institutes.",
    DIRECTIVE_DESIGNATED: "指令で定める機関: bodies designated by directive of the authority.",
    OTHER: "その他: other; in the chart for the end of FY2013 only.",
    STATE_OR_MUNICIPALITY:
      "外国の州又は自治体の機関: bodies of foreign states or municipalities; in the rule only.",
    SCHOOL: "外国の学校: foreign schools; in the rule only.",
    HOSPITAL: "外国の病院: foreign hospitals; in the rule only.",
    RESIDUAL: "Not a kind of organization: the remainder we derived where a label is not visible.",
  },
);
/** A code of {@link DispatchOrganizationTypeCode}. */
export type DispatchOrganizationTypeCode = CodeOf<typeof DispatchOrganizationTypeCode>;
/** Conditions on a kind of organization. */
export const DispatchOrganizationTypeFilter = enumFilter(
  DispatchOrganizationTypeCode,
  "DispatchOrganizationTypeFilter",
);

/** A kind of organization officials are dispatched to. */
@record("dispatch_organization_type", "A kind of organization officials are dispatched to.")
export class DispatchOrganizationType extends NamedFact {
  @code(DispatchOrganizationTypeCode, "Its code (ours).", { primary: true })
  code: DispatchOrganizationTypeCode;

  @whole("Its place in the list; 99 for the remainder.")
  position: number;

  @partialDate(
    "When the authority began to use it, as precise as the source; null where not known.",
    { nullable: true },
  )
  validFrom: string | null;

  @partialDate(
    "The first day it was no longer used; null where it still is or the end is not known.",
    { nullable: true },
  )
  validTo: string | null;
}

/** All kinds of organization in the order of the list. */
export const allOrganizationTypes = factRows("allOrganizationTypes", DispatchOrganizationType, {
  position: "ASC",
});
