import { Directive, Field, Int, ObjectType } from "type-graphql";

/** How an answer was made safe to release. */
@Directive("@shareable")
@ObjectType({ description: "How an answer was made safe to release." })
export class DisclosureReport {
  @Field(() => Boolean, {
    description:
      "Whether small groups are protected; not for callers who may see the records themselves, nor where no persons are counted.",
  })
  applied: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      "The fewest distinct persons a number that is shown is about; null if not applied.",
  })
  threshold: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "By how much a number that is suppressed for a SMALL_GROUP stays uncertain at least, whatever is computed from what the answer shows; of a total that is suppressed it is known that it is below the threshold. Null if not applied.",
  })
  width: number | null;

  @Field(() => Int, {
    description: "Rows whose number is not shown, those beyond `limit` included.",
  })
  suppressedRows: number;

  @Field(() => Boolean, {
    description:
      "Whether rows are missing because no suppression protects them: then their sum is in `remainder` as far as it can be shown.",
  })
  withheld: boolean;

  @Field(() => String, {
    nullable: true,
    description: "The method, with its source; null if not applied.",
  })
  method: string | null;
}

/** The method, as answers name it. */
export const disclosureMethod =
  "Cell suppression with complementary suppressions along cheapest paths and an exact interval audit by network flows (Kelly, Golden and Assad 1992; Gusfield 1988; Castro 2007).";
