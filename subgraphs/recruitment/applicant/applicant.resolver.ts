import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { asOfDescription } from "../../kit/clock";
import type { Connection } from "../../kit/connection/connection-type";
import { DateScalar } from "../../kit/graphql/scalars";
import type { RequestContext } from "../../kit/request-context";
import { Application } from "../application/application";
import { applicationsByApplicantId } from "../application/application.loader";
import { Registration } from "../registration/registration";
import { registrationsByApplicantId } from "../registration/registration.loader";
import { Applicant } from "./applicant";
import { ApplicantArguments, ApplicantConnection, applicants } from "./applicant.list";
import { applicantById } from "./applicant.loader";

/** Applicants and what they lead to. */
@Resolver(() => Applicant)
export class ApplicantResolver {
  @Query(() => Applicant, {
    nullable: true,
    description: "The applicant with this id; null where there is none.",
  })
  applicant(
    @Arg("id", () => ID, { description: "Of the applicant." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Applicant | null> {
    return context.load(applicantById, id);
  }

  @Query(() => ApplicantConnection, { nullable: true, description: "All applicants." })
  applicants(
    @Args(() => ApplicantArguments) list: ApplicantArguments,
    @Ctx() context: RequestContext,
  ): Connection<Applicant> {
    return new ApplicantConnection(applicants.page(context, list));
  }

  @FieldResolver(() => [Application], { description: "The person's applications, latest first." })
  applications(@Root() { id }: Applicant, @Ctx() context: RequestContext): Promise<Application[]> {
    return context.load(applicationsByApplicantId, id);
  }

  @FieldResolver(() => [Registration], {
    description: "The person's places on the external personnel list on a day, one a category.",
  })
  registrations(
    @Root() { id }: Applicant,
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDescription })
    asOf: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Registration[]> {
    return context.load(registrationsByApplicantId, id, { asOf: asOf ?? context.asOf });
  }

  @FieldResolver(() => [Registration], {
    description: "Every place on the list the person had, has or is to have, earliest first.",
  })
  registrationHistory(
    @Root() { id }: Applicant,
    @Ctx() context: RequestContext,
  ): Promise<Registration[]> {
    return context.load(registrationsByApplicantId, id, { asOf: null });
  }
}
