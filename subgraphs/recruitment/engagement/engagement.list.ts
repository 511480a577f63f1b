import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { asOfDescription } from "../../kit/clock";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { OrderDirection, type OrderTerm } from "../../kit/connection/ordering";
import { PageArguments } from "../../kit/connection/page";
import {
  DateFilter,
  type EnumFilter,
  IntFilter,
  StringFilter,
} from "../../kit/filter/filter-inputs";
import { DateScalar } from "../../kit/graphql/scalars";
import {
  type SkillCategoryCode,
  SkillCategoryCodeFilter,
} from "../skill-standard/skill-category-code";
import { Engagement } from "./engagement";
import { municipalityCodes } from "../municipality/municipality-codes";

/** A page of engagements. */
export const EngagementConnection = connectionType(Engagement, "Engagement");

/** Which engagements to list. */
@InputType({ description: "Which engagements to list. All conditions that are given must hold." })
export class EngagementFilter {
  @Field(() => StringFilter, { nullable: true, description: "By code of the municipality." })
  municipality?: StringFilter;
  @Field(() => SkillCategoryCodeFilter, {
    nullable: true,
    description: "By category of the registration.",
  })
  category?: EnumFilter<SkillCategoryCode>;
  @Field(() => StringFilter, { nullable: true, description: "By role." })
  role?: StringFilter;
  @Field(() => IntFilter, { nullable: true, description: "By days of work a month." })
  daysPerMonth?: IntFilter;
  @Field(() => DateFilter, { nullable: true, description: "By first day." })
  from?: DateFilter;
  @Field(() => DateFilter, {
    nullable: true,
    description: "By the first day on which they no longer hold.",
  })
  to?: DateFilter;
  @Field(() => DateFilter, {
    nullable: true,
    description: "By the day they were called off; isNull: true leaves cancelled ones out.",
  })
  cancelledOn?: DateFilter;
}

/** What engagements can be ordered by. */
export enum EngagementOrderField {
  FROM = "FROM",
  TO = "TO",
}

registerEnumType(EngagementOrderField, {
  name: "EngagementOrderField",
  description: "What engagements can be ordered by.",
  valuesConfig: {
    FROM: { description: "By first day." },
    TO: { description: "By the first day on which they no longer hold; open counts as latest." },
  },
});

/** One term of an ordering of engagements. */
@InputType({ description: "One term of an ordering of engagements." })
export class EngagementOrder implements OrderTerm<EngagementOrderField> {
  @Field(() => EngagementOrderField, { description: "What to order by." })
  by: EngagementOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of a list of engagements, whenever they hold. */
@ArgsType()
export class EngagementHistoryArguments extends PageArguments {
  @Field(() => EngagementFilter, { nullable: true, description: "Default: all." })
  filter?: EngagementFilter | null;
  @Field(() => [EngagementOrder], {
    nullable: true,
    description: "Default: by first day, earliest first.",
  })
  orderBy?: EngagementOrder[] | null;
}

/** The arguments of a list of engagements on a day. */
@ArgsType()
export class EngagementArguments extends EngagementHistoryArguments {
  @Field(() => DateScalar, { nullable: true, description: asOfDescription })
  asOf?: string | null;
}

/** All engagements, earliest first. */
export const engagements = new List({
  name: "Engagement",
  entity: Engagement,
  filters: {
    municipality: { sql: "t.municipality_code", type: "text", codes: municipalityCodes },
    category: {
      sql: "(SELECT r.category_code FROM registration r WHERE r.id = t.registration_id)",
      type: "text",
    },
    role: { sql: "t.role", type: "text", written: "free" },
    daysPerMonth: { sql: "t.days_per_month", type: "integer" },
    from: { sql: "t.from_date", type: "date" },
    to: { sql: "t.to_date", type: "date" },
    cancelledOn: { sql: "t.cancelled_on", type: "date" },
  },
  orderings: {
    FROM: { sql: "t.from_date", type: "date" },
    TO: { sql: "coalesce(t.to_date, 'infinity')", type: "date" },
  },
  defaultOrder: [{ by: "FROM", direction: OrderDirection.ASC }],
  asOf: (day) => `t.valid @> ${day} AND t.cancelled_on IS NULL`,
  unique: { sql: "t.id", type: "text" },
});

/** The engagements of each municipality. */
export const engagementsByMunicipalityCode = engagements.ofParent({
  name: "byMunicipalityCode",
  keyType: "text",
  condition: (key) => `t.municipality_code = ${key}`,
});
