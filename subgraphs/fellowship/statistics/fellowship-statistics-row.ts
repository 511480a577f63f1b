import { Field, Int, ObjectType } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { agencyOf } from "../../catalog/agency/agency-of";
import { StatisticsRow } from "../../catalog/statistics/statistics-row";
import { FellowStatus } from "../cohort/fellow";
import { HostKind } from "../cohort/placement";

/** One group of fellowships. */
@ObjectType({
  description:
    "One group of fellowships: what it is grouped by, and how many. What it is not grouped by is null.",
})
export class FellowshipStatisticsRow extends StatisticsRow {
  @Field(() => Int, { nullable: true, description: "The number of the cohort." })
  cohort(): number | null {
    const number = this.keyOf("cohort");
    return number === null ? null : Number(number);
  }

  @Field(() => Agency, { nullable: true, description: "The agency that fellows came from." })
  sendingAgency(): Agency | null {
    const code = this.keyOf("sendingAgency");
    return code === null ? null : agencyOf(code);
  }

  @Field(() => FellowStatus, {
    nullable: true,
    description: "How far the fellowship has come today.",
  })
  status(): FellowStatus | null {
    return this.keyOf("status") as FellowStatus | null;
  }

  @Field(() => HostKind, { nullable: true, description: "What kind of host." })
  hostKind(): HostKind | null {
    return this.keyOf("hostKind") as HostKind | null;
  }

  @Field(() => Agency, {
    nullable: true,
    description: "The agency that is the host; null for other hosts.",
  })
  hostAgency(): Agency | null {
    const code = this.keyOf("hostAgency");
    return code === null ? null : agencyOf(code);
  }

  /** The code of its program. */
  get programCode(): string | null {
    return this.keyOf("program");
  }
}
