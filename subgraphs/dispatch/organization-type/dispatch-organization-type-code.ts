import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** The kinds of organization officials are dispatched to. */
export enum DispatchOrganizationTypeCode {
  UNITED_NATIONS = "UNITED_NATIONS",
  OTHER_INTERNATIONAL_ORGANIZATION = "OTHER_INTERNATIONAL_ORGANIZATION",
  FOREIGN_GOVERNMENT = "FOREIGN_GOVERNMENT",
  RESEARCH_INSTITUTE = "RESEARCH_INSTITUTE",
  DIRECTIVE_DESIGNATED = "DIRECTIVE_DESIGNATED",
  OTHER = "OTHER",
  STATE_OR_MUNICIPALITY = "STATE_OR_MUNICIPALITY",
  SCHOOL = "SCHOOL",
  HOSPITAL = "HOSPITAL",
  RESIDUAL = "RESIDUAL",
}

registerEnumType(DispatchOrganizationTypeCode, {
  name: "DispatchOrganizationTypeCode",
  description:
    "The kinds of organization officials are dispatched to, from the charts of the National Personnel Authority and its Rule 18-0, art. 2. The codes are ours.",
  valuesConfig: {
    UNITED_NATIONS: { description: "国際連合: the United Nations and related bodies." },
    OTHER_INTERNATIONAL_ORGANIZATION: {
      description: "その他の国際機関: other international organizations.",
    },
    FOREIGN_GOVERNMENT: { description: "外国政府: foreign governments." },
    RESEARCH_INSTITUTE: { description: "研究所: research institutes." },
    DIRECTIVE_DESIGNATED: {
      description: "指令で定める機関: bodies designated by directive of the authority.",
    },
    OTHER: { description: "その他: other; in the chart for the end of FY2013 only." },
    STATE_OR_MUNICIPALITY: {
      description:
        "外国の州又は自治体の機関: bodies of foreign states or municipalities; in the rule only.",
    },
    SCHOOL: { description: "外国の学校: foreign schools; in the rule only." },
    HOSPITAL: { description: "外国の病院: foreign hospitals; in the rule only." },
    RESIDUAL: {
      description:
        "Not a kind of organization: the remainder we derived where a label is not visible.",
    },
  },
});

/** Conditions on a kind of organization. */
export const DispatchOrganizationTypeFilter = enumFilter(
  DispatchOrganizationTypeCode,
  "DispatchOrganizationTypeFilter",
);
