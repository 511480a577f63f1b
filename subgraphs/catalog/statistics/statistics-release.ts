import { Directive, Field, Int, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../../kit/graphql/scalars";

/** Which release an answer is from. */
@Directive("@shareable")
@ObjectType({
  description:
    "A release of statistics: tables that were counted and protected together, and shown to everybody since. A release is never changed; corrections are in later ones.",
})
export class StatisticsRelease {
  @Field(() => Int, { description: "Its number: 1 is the first release of the area." })
  vintage: number;

  @Field(() => DateTimeScalar, {
    description:
      "When it was made. `knownAt` with this moment, once it is a minute past, asks for it.",
  })
  releasedAt: Date;
}
