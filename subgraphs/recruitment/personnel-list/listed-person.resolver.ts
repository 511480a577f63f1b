import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Connection } from "../../kit/connection/connection-type";
import { DateScalar } from "../../kit/graphql/scalars";
import type { RequestContext } from "../../kit/request-context";
import { Applicant } from "../applicant/applicant";
import { Engagement } from "../engagement/engagement";
import { engagementsByApplicantId } from "../engagement/engagement.loader";
import { Registration } from "../registration/registration";
import { registrationsByApplicantId } from "../registration/registration.loader";
import { ListedPerson } from "./listed-person";
import { ListedPersonArguments, ListedPersonConnection, listedPersons } from "./listed-person.list";

const asOfDescription = "The day the answer is true of. Default: the day of the list.";

/** The external personnel list. */
@Resolver(() => ListedPerson)
export class ListedPersonResolver {
  @Query(() => ListedPersonConnection, {
    nullable: true,
    description:
      "The external personnel list on a day: each person once, in however many categories. Its totalCount is the number of persons, that of registrations the number of places.",
  })
  externalPersonnelList(
    @Args(() => ListedPersonArguments) list: ListedPersonArguments,
    @Ctx() context: RequestContext,
  ): Connection<ListedPerson> {
    return new ListedPersonConnection(listedPersons(context, list));
  }

  @FieldResolver(() => Applicant, { description: "The person as applicant." })
  applicant(@Root() { applicant }: ListedPerson): Applicant {
    return applicant;
  }

  @FieldResolver(() => [Registration], {
    description: "The person's places on the list, one a category.",
  })
  registrations(
    @Root() person: ListedPerson,
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDescription })
    asOf: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Registration[]> {
    return context.load(registrationsByApplicantId, person.id, { asOf: asOf ?? person.asOf });
  }

  @FieldResolver(() => [Engagement], { description: "The person's engagements." })
  engagements(
    @Root() person: ListedPerson,
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDescription })
    asOf: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Engagement[]> {
    return context.load(engagementsByApplicantId, person.id, { asOf: asOf ?? person.asOf });
  }
}
