import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { OrderDirection, type OrderTerm } from "../../kit/connection/ordering";
import { PageArguments } from "../../kit/connection/page";
import {
  DateFilter,
  type EnumFilter,
  enumFilter,
  StringFilter,
} from "../../kit/filter/filter-inputs";
import { Fellow } from "./fellow";
import { FellowStatus } from "./fellow-status";
import { agencyCodes } from "../../catalog/agency/agency-codes";
import { programCodes } from "../program/program-codes";

/** A page of fellows. */
export const FellowConnection = connectionType(Fellow, "Fellow");

/** Conditions on how far a fellow has come. */
export const FellowStatusFilter = enumFilter(FellowStatus, "FellowStatusFilter");

/** Which fellows to list. */
@InputType({ description: "Which fellows to list. All conditions that are given must hold." })
export class FellowFilter {
  @Field(() => StringFilter, { nullable: true, description: "By the office's number." })
  fellowNumber?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By name." })
  name?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By the program's code." })
  program?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By the cohort's id." })
  cohort?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By the sending agency's code." })
  sendingAgency?: StringFilter;
  @Field(() => FellowStatusFilter, { nullable: true, description: "By how far they have come." })
  status?: EnumFilter<FellowStatus>;
  @Field(() => DateFilter, { nullable: true, description: "By the day of admission." })
  admittedOn?: DateFilter;
  @Field(() => DateFilter, { nullable: true, description: "By the last day of the fellowship." })
  completedOn?: DateFilter;
  @Field(() => DateFilter, { nullable: true, description: "By the day of withdrawal." })
  withdrawnOn?: DateFilter;
}

/** What fellows can be ordered by. */
export enum FellowOrderField {
  FELLOW_NUMBER = "FELLOW_NUMBER",
  NAME = "NAME",
  ADMITTED_ON = "ADMITTED_ON",
}

registerEnumType(FellowOrderField, {
  name: "FellowOrderField",
  description: "What fellows can be ordered by.",
  valuesConfig: {
    FELLOW_NUMBER: { description: "By the office's number." },
    NAME: { description: "By name, in the order of Unicode." },
    ADMITTED_ON: { description: "By the day of admission." },
  },
});

/** One term of an ordering of fellows. */
@InputType({ description: "One term of an ordering of fellows." })
export class FellowOrder implements OrderTerm<FellowOrderField> {
  @Field(() => FellowOrderField, { description: "What to order by." })
  by: FellowOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of a list of fellows. */
@ArgsType()
export class FellowArguments extends PageArguments {
  @Field(() => FellowFilter, { nullable: true, description: "Default: all." })
  filter?: FellowFilter | null;
  @Field(() => [FellowOrder], { nullable: true, description: "Default: by number." })
  orderBy?: FellowOrder[] | null;
}

/** The fellows of all programs. */
export const fellows = new List({
  name: "Fellow",
  entity: Fellow,
  filters: {
    fellowNumber: { sql: "t.fellow_number", type: "text", written: "number", tellsWho: true },
    name: { sql: "t.name", type: "text", written: "free", tellsWho: true },
    program: {
      sql: "(SELECT c.program_code FROM cohort c WHERE c.id = t.cohort_id)",
      type: "text",
      codes: programCodes,
    },
    cohort: { sql: "t.cohort_id", type: "text" },
    sendingAgency: { sql: "t.sending_agency_code", type: "text", codes: agencyCodes },
    status: { sql: "t.status", type: "text" },
    admittedOn: { sql: "t.admitted_on", type: "date" },
    completedOn: { sql: "t.completed_on", type: "date" },
    withdrawnOn: { sql: "t.withdrawn_on", type: "date" },
  },
  orderings: {
    FELLOW_NUMBER: { sql: "t.fellow_number", type: "text" },
    NAME: { sql: "t.name", type: "text" },
    ADMITTED_ON: { sql: "t.admitted_on", type: "date" },
  },
  defaultOrder: [{ by: "FELLOW_NUMBER", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "text" },
});

/** The fellows of each cohort. */
export const fellowsByCohortId = fellows.ofParent({
  name: "byCohortId",
  keyType: "text",
  condition: (key) => `t.cohort_id = ${key}`,
});

/** The fellows each agency sent. */
export const fellowsByAgencyCode = fellows.ofParent({
  name: "byAgencyCode",
  keyType: "text",
  condition: (key) => `t.sending_agency_code = ${key}`,
});

/** The fellows whom agencies of each country sent. */
export const fellowsByCountryCode = fellows.ofParent({
  name: "byCountryCode",
  keyType: "text",
  condition: (key) => `t.sending_country_code = ${key}`,
});
