import { Field, InputType } from "type-graphql";
import type { EnumFilter } from "../../kit/filter/filter-inputs";
import { DispatchPartFilter } from "../dispatch/dispatch-filter";
import {
  type DispatchPayRate,
  DispatchPayRateFilter,
  type DispatchTerm,
  DispatchTermFilter,
} from "./dispatch-statistics-codes";

/** Which dispatches to count: by what they can be grouped by. */
@InputType({ description: "Which dispatches to count. All conditions that are given must hold." })
export class DispatchStatisticsFilter extends DispatchPartFilter {
  @Field(() => DispatchTermFilter, { nullable: true, description: "By term as ordered." })
  term?: EnumFilter<DispatchTerm>;
  @Field(() => DispatchPayRateFilter, {
    nullable: true,
    description: "By how much of the pay goes on.",
  })
  payRate?: EnumFilter<DispatchPayRate>;
}
