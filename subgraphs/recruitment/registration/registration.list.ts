import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { asOfDescription, knownAtDescription } from "../../kit/clock";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { OrderDirection, type OrderTerm } from "../../kit/connection/ordering";
import { PageArguments } from "../../kit/connection/page";
import { DateFilter, type EnumFilter, IntFilter } from "../../kit/filter/filter-inputs";
import { DateScalar, KnownAtScalar } from "../../kit/graphql/scalars";
import {
  type SkillCategoryCode,
  SkillCategoryCodeFilter,
} from "../skill-standard/skill-category-code";
import { Registration } from "./registration";

/** A page of registrations. */
export const RegistrationConnection = connectionType(Registration, "Registration");

/** Which registrations to list. */
@InputType({
  description: "Which registrations to list. All conditions that are given must hold.",
})
export class RegistrationFilter {
  @Field(() => SkillCategoryCodeFilter, { nullable: true, description: "By category." })
  category?: EnumFilter<SkillCategoryCode>;
  @Field(() => IntFilter, {
    nullable: true,
    description: "By fiscal year of the solicitation they came of.",
  })
  fiscalYear?: IntFilter;
  @Field(() => DateFilter, { nullable: true, description: "By first day." })
  from?: DateFilter;
  @Field(() => DateFilter, {
    nullable: true,
    description: "By the first day on which they no longer hold.",
  })
  to?: DateFilter;
}

/** What registrations can be ordered by. */
export enum RegistrationOrderField {
  FROM = "FROM",
  TO = "TO",
}

registerEnumType(RegistrationOrderField, {
  name: "RegistrationOrderField",
  description: "What registrations can be ordered by.",
  valuesConfig: {
    FROM: { description: "By first day." },
    TO: { description: "By the first day on which they no longer hold; open counts as latest." },
  },
});

/** One term of an ordering of registrations. */
@InputType({ description: "One term of an ordering of registrations." })
export class RegistrationOrder implements OrderTerm<RegistrationOrderField> {
  @Field(() => RegistrationOrderField, { description: "What to order by." })
  by: RegistrationOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of a list of registrations, whenever they hold. */
@ArgsType()
export class RegistrationHistoryArguments extends PageArguments {
  @Field(() => RegistrationFilter, { nullable: true, description: "Default: all." })
  filter?: RegistrationFilter | null;
  @Field(() => [RegistrationOrder], {
    nullable: true,
    description: "Default: by first day, earliest first.",
  })
  orderBy?: RegistrationOrder[] | null;
  @Field(() => KnownAtScalar, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
}

/** The arguments of a list of registrations on a day. */
@ArgsType()
export class RegistrationArguments extends RegistrationHistoryArguments {
  @Field(() => DateScalar, { nullable: true, description: asOfDescription })
  asOf?: string | null;
}

/** All registrations, earliest first. */
export const registrations = new List({
  name: "Registration",
  entity: Registration,
  filters: {
    category: { sql: "t.category_code", type: "text" },
    fiscalYear: {
      sql: "(SELECT a.fiscal_year FROM application a WHERE a.id = t.application_id)",
      type: "integer",
    },
    from: { sql: "t.from_date", type: "date" },
    to: { sql: "t.to_date", type: "date" },
  },
  orderings: {
    FROM: { sql: "t.from_date", type: "date" },
    TO: { sql: "coalesce(t.to_date, 'infinity')", type: "date" },
  },
  defaultOrder: [{ by: "FROM", direction: OrderDirection.ASC }],
  asOf: (day) => `t.valid @> ${day}`,
  known: { table: "registration" },
  unique: { sql: "t.id", type: "text" },
});

/** The registrations in each category. */
export const registrationsByCategoryCode = registrations.ofParent({
  name: "byCategoryCode",
  keyType: "text",
  condition: (key) => `t.category_code = ${key}`,
});
