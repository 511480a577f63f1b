import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { OrderDirection, type OrderTerm } from "../../kit/connection/ordering";
import { PageArguments } from "../../kit/connection/page";
import { StringFilter } from "../../kit/filter/filter-inputs";
import { Applicant } from "./applicant";

/** A page of applicants. */
export const ApplicantConnection = connectionType(Applicant, "Applicant");

/** Which persons to list. */
@InputType({ description: "Which persons to list. All conditions that are given must hold." })
export class ApplicantFilter {
  @Field(() => StringFilter, { nullable: true, description: "By the number the ministry gave." })
  applicantNumber?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By name." })
  name?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By reading of the name." })
  nameKana?: StringFilter;
}

/** What persons can be ordered by. */
export enum ApplicantOrderField {
  NAME_KANA = "NAME_KANA",
  APPLICANT_NUMBER = "APPLICANT_NUMBER",
}

registerEnumType(ApplicantOrderField, {
  name: "ApplicantOrderField",
  description: "What persons can be ordered by.",
  valuesConfig: {
    NAME_KANA: { description: "By reading of the name, in the order of the characters' codes." },
    APPLICANT_NUMBER: { description: "By the number the ministry gave, as text." },
  },
});

/** One term of an ordering of persons. */
@InputType({ description: "One term of an ordering of persons." })
export class ApplicantOrder implements OrderTerm<ApplicantOrderField> {
  @Field(() => ApplicantOrderField, { description: "What to order by." })
  by: ApplicantOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of a list of persons. */
@ArgsType()
export class ApplicantArguments extends PageArguments {
  @Field(() => ApplicantFilter, { nullable: true, description: "Default: all." })
  filter?: ApplicantFilter | null;
  @Field(() => [ApplicantOrder], {
    nullable: true,
    description: "Default: by reading of the name.",
  })
  orderBy?: ApplicantOrder[] | null;
}

/** How persons are filtered and ordered, be they on the list or not. */
export const applicantList = {
  entity: Applicant,
  filters: {
    applicantNumber: { sql: "t.applicant_number", type: "text", written: "number", tellsWho: true },
    name: { sql: "t.name", type: "text", written: "free", tellsWho: true },
    nameKana: { sql: "t.name_kana", type: "text", written: "free", tellsWho: true },
  },
  orderings: {
    NAME_KANA: { sql: "t.name_kana", type: "text" },
    APPLICANT_NUMBER: { sql: "t.applicant_number", type: "text" },
  },
  defaultOrder: [{ by: "NAME_KANA", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "text" },
} as const;

/** All applicants, by reading of the name. */
export const applicants = new List({ name: "Applicant", ...applicantList });
