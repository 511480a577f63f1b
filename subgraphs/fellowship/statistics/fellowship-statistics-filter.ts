import { Field, InputType } from "type-graphql";
import { type EnumFilter, IntFilter, StringFilter } from "../../kit/filter/filter-inputs";
import { FellowStatusFilter } from "../fellow/fellow.list";
import type { FellowStatus } from "../fellow/fellow-status";
import type { HostKind } from "../placement/host-kind";
import { HostKindFilter } from "../placement/placement.list";

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
  @Field(() => FellowStatusFilter, { nullable: true, description: "By status today." })
  status?: EnumFilter<FellowStatus>;
  @Field(() => HostKindFilter, { nullable: true, description: "By kind of host." })
  hostKind?: EnumFilter<HostKind>;
  @Field(() => StringFilter, { nullable: true, description: "By code of the host agency." })
  hostAgency?: StringFilter;
}
