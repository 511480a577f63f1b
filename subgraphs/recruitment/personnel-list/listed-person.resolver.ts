import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Connection } from "../../kit/connection/connection-type";
import { DateScalar } from "../../kit/graphql/scalars";
import type { RequestContext } from "../../kit/request-context";
import { Applicant } from "../applicant/applicant";
import { Engagement } from "../engagement/engagement";
import { engagementsByApplicantId } from "../engagement/engagement.list";
import { heldToProfiles, requireGrantedList } from "../list-request/granted-list.service";
import { Registration } from "../registration/registration";
import { registrationsByApplicantId } from "../registration/registration.loader";
import { ListedPerson } from "./listed-person";
import {
  ListedPersonArguments,
  ListedPersonConnection,
  listedPersons,
  refuseKnownAt,
  refuseNumbers,
} from "./listed-person.list";

const asOfDescription = "The day the answer is true of. Default: the day of the list.";

/** The external personnel list. */
@Resolver(() => ListedPerson)
export class ListedPersonResolver {
  @Query(() => ListedPersonConnection, {
    nullable: true,
    description:
      "The external personnel list on a day: each person once, in however many categories. Its totalCount is the number of persons, that of registrations the number of places. A municipality sees it once its request is granted, as of that day or later; else it is the error LIST_NOT_GRANTED.",
  })
  async externalPersonnelList(
    @Args(() => ListedPersonArguments) list: ListedPersonArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ListedPerson>> {
    await requireGrantedList(context, list.asOf ?? context.asOf);
    if (heldToProfiles(context)) {
      refuseNumbers(list);
      refuseKnownAt(list);
    }
    return new ListedPersonConnection(listedPersons(context, list));
  }

  @FieldResolver(() => Applicant, { description: "The person as applicant." })
  applicant(@Root() { applicant }: ListedPerson): Applicant {
    return applicant;
  }

  @FieldResolver(() => [Registration], {
    description: "The person's places on the list, one a category.",
  })
  async registrations(
    @Root() person: ListedPerson,
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDescription })
    asOf: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Registration[]> {
    const day = asOf ?? person.asOf;
    await requireGrantedList(context, day);
    return context.load(registrationsByApplicantId, person.id, { asOf: day });
  }

  @FieldResolver(() => [Engagement], {
    description: "The person's engagements; of them, a municipality sees those with itself.",
  })
  async engagements(
    @Root() person: ListedPerson,
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDescription })
    asOf: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Engagement[]> {
    const day = asOf ?? person.asOf;
    const all = await context.load(engagementsByApplicantId, person.id, { asOf: day });
    const held = heldToProfiles(context);
    return held ? all.filter((one) => one.municipalityCode === held.municipality) : all;
  }
}
