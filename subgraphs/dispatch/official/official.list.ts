import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import type { ListDefinition } from "../../kit/connection/list-definition";
import { PageArguments } from "../../kit/connection/page";
import { OrderDirection, type OrderTerm } from "../../kit/connection/ordering";
import { StringFilter } from "../../kit/filter/filter-inputs";
import { Official } from "./official";
import { agencyCodes } from "../../catalog/agency/agency-codes";

/** A page of officials. */
export const OfficialConnection = connectionType(Official, "Official");

/** Which officials to list. */
@InputType({ description: "Which officials to list. All conditions that are given must hold." })
export class OfficialFilter {
  @Field(() => StringFilter, { nullable: true, description: "By personnel number." })
  personnelNumber?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By name." })
  name?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By name in kana." })
  nameKana?: StringFilter;
  @Field(() => StringFilter, {
    nullable: true,
    description: "By code of today's home agency, as JP-METI.",
  })
  homeAgency?: StringFilter;
}

/** What officials can be ordered by. */
export enum OfficialOrderField {
  PERSONNEL_NUMBER = "PERSONNEL_NUMBER",
  NAME = "NAME",
}

registerEnumType(OfficialOrderField, {
  name: "OfficialOrderField",
  description: "What officials can be ordered by.",
  valuesConfig: {
    PERSONNEL_NUMBER: { description: "By personnel number." },
    NAME: { description: "By name." },
  },
});

/** One term of an ordering of officials. */
@InputType({ description: "One term of an ordering of officials." })
export class OfficialOrder implements OrderTerm<OfficialOrderField> {
  @Field(() => OfficialOrderField, { description: "What to order by." })
  by: OfficialOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of a list of officials. */
@ArgsType()
export class OfficialArguments extends PageArguments {
  @Field(() => OfficialFilter, { nullable: true, description: "Default: all." })
  filter?: OfficialFilter | null;
  @Field(() => [OfficialOrder], { nullable: true, description: "Default: by personnel number." })
  orderBy?: OfficialOrder[] | null;
}

/** Today at the moment of the statement, whatever day is in force: a filter does not know the request's days. */
const today = "(now() AT TIME ZONE 'Asia/Tokyo')::date";

/** How officials are listed. */
export const officialsDefinition: ListDefinition<Official> = {
  name: "Official",
  entity: Official,
  filters: {
    personnelNumber: { sql: "t.personnel_number", type: "text", written: "number", tellsWho: true },
    name: { sql: "t.name", type: "text", written: "free", tellsWho: true },
    nameKana: { sql: "t.name_kana", type: "text", written: "free", tellsWho: true },
    homeAgency: {
      sql: "h.agency_code",
      type: "text",
      codes: agencyCodes,
      among: (condition) => `t.id IN (SELECT h.official_id FROM official_home_agency h
        WHERE ${condition} AND h.from_date <= ${today}
          AND (h.to_date IS NULL OR h.to_date > ${today}))`,
    },
  },
  orderings: {
    PERSONNEL_NUMBER: { sql: "t.personnel_number", type: "text" },
    NAME: { sql: "t.name", type: "text" },
  },
  defaultOrder: [{ by: "PERSONNEL_NUMBER", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "text" },
};

/** All officials. */
export const officials = new List(officialsDefinition);
