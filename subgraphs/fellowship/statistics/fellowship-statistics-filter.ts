import { Field, InputType } from "type-graphql";
import {
  type EnumFilter,
  enumFilterOf,
  IntFilter,
  StringFilter,
} from "../../kit/filter/filter-inputs";
import { FellowStatus } from "../cohort/fellow";
import { HostKind } from "../cohort/placement";

/** What of fellowships to count: by what it can be grouped by. */
@InputType({
  description: "What of fellowships to count. All conditions that are given must hold.",
})
export class FellowshipStatisticsFilter {
  @Field(() => StringFilter, { nullable: true, description: "By code of the program." })
  program?: StringFilter;
  @Field(() => IntFilter, { nullable: true, description: "By number of the cohort." })
  cohort?: IntFilter;
  @Field(() => StringFilter, {
    nullable: true,
    description: "By code of the sending agency, as US-DOD.",
  })
  sendingAgency?: StringFilter;
  @Field(() => enumFilterOf(FellowStatus), { nullable: true, description: "By status today." })
  status?: EnumFilter<FellowStatus>;
  @Field(() => enumFilterOf(HostKind), { nullable: true, description: "By kind of host." })
  hostKind?: EnumFilter<HostKind>;
  @Field(() => StringFilter, { nullable: true, description: "By code of the host agency." })
  hostAgency?: StringFilter;
}
