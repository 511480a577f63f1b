import { Directive, Field, Int, ObjectType } from "type-graphql";
import { shownInLanguages } from "../text/translated-text";

/** How the persons behind an answer are protected. */
@Directive("@shareable")
@ObjectType({ description: "How an answer was made safe to release." })
export class DisclosureReport {
  @Field(() => Boolean, {
    description:
      "True if small groups are protected: for the public and for analysts. They are not for callers who are permitted to see the records, nor if no persons are counted.",
  })
  applied: boolean;

  @Field(() => Int, {
    nullable: true,
    description: "The fewest persons behind any number that is shown; null if not applied.",
  })
  threshold: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The least uncertainty of a number that is suppressed for a SMALL_GROUP, whatever is computed from the answer. Null if not applied.",
  })
  width: number | null;

  @Field(() => Int, {
    description: "How many rows have a number that is not shown, including those beyond `limit`.",
  })
  suppressedRows: number;

  @Field(() => Boolean, {
    description:
      "True if rows are missing because no suppression protects them. Their sum is in `remainder` as far as it can be shown.",
  })
  withheld: boolean;

  @shownInLanguages("The method, with its source; null if not applied.", { nullable: true })
  method: string | null;
}

/** The method, as answers name it. */
export const disclosureMethod =
  "Cell suppression with complementary suppressions along cheapest paths and an exact interval audit by network flows (Kelly, Golden and Assad 1992; Gusfield 1988; Castro 2007).";

/** The method of releases, as answers name it. */
export const releaseMethod =
  "Cell suppression in all tables of a population at once, with complementary suppressions found and audited as linear programmes over every relation between them (Fischetti and Salazar 2001; de Wolf and Giessing 2009), in releases that are never changed.";
