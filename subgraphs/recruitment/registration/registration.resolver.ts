import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { knownAtDescription } from "../../kit/clock";
import type { Connection } from "../../kit/connection/connection-type";
import { KnownAtScalar } from "../../kit/graphql/scalars";
import type { RequestContext } from "../../kit/request-context";
import { Applicant } from "../applicant/applicant";
import { applicantById } from "../applicant/applicant.loader";
import { Application } from "../application/application";
import { applicationById } from "../application/application.loader";
import { asOfRequest } from "../../kit/connection/as-of-request";
import { referenced } from "../record/record.loader";
import { SkillCategory } from "../skill-standard/skill-category";
import { skillCategoryByCode } from "../skill-standard/skill-category.loader";
import { Registration } from "./registration";
import {
  RegistrationArguments,
  RegistrationConnection,
  RegistrationHistoryArguments,
  registrations,
} from "./registration.list";
import { registrationAsKnown, registrationById } from "./registration.loader";

/** Registrations and what they lead to. */
@Resolver(() => Registration)
export class RegistrationResolver {
  @Query(() => Registration, {
    nullable: true,
    description: "The registration with this id; null where there is none.",
  })
  registration(
    @Arg("id", () => ID, { description: "Of the registration." }) id: string,
    @Arg("knownAt", () => KnownAtScalar, { nullable: true, description: knownAtDescription })
    knownAt: Date | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Registration | null> {
    return knownAt ? registrationAsKnown(context, id, knownAt) : context.load(registrationById, id);
  }

  @Query(() => RegistrationConnection, {
    nullable: true,
    description: "The places on the external personnel list on a day, one a person and category.",
  })
  registrations(
    @Args(() => RegistrationArguments) list: RegistrationArguments,
    @Ctx() context: RequestContext,
  ): Connection<Registration> {
    return new RegistrationConnection(registrations.page(context, asOfRequest(list, context)));
  }

  @Query(() => RegistrationConnection, {
    nullable: true,
    description: "Every place on the list there was, is or is to be.",
  })
  registrationHistory(
    @Args(() => RegistrationHistoryArguments) list: RegistrationHistoryArguments,
    @Ctx() context: RequestContext,
  ): Connection<Registration> {
    return new RegistrationConnection(registrations.page(context, list));
  }

  @FieldResolver(() => Applicant, { description: "The person." })
  applicant(
    @Root() { applicantId }: Registration,
    @Ctx() context: RequestContext,
  ): Promise<Applicant> {
    return referenced(context, applicantById, applicantId);
  }

  @FieldResolver(() => Application, { description: "The application it came of." })
  application(
    @Root() { applicationId }: Registration,
    @Ctx() context: RequestContext,
  ): Promise<Application> {
    return referenced(context, applicationById, applicationId);
  }

  @FieldResolver(() => SkillCategory, { description: "The category." })
  category(
    @Root() { categoryCode }: Registration,
    @Ctx() context: RequestContext,
  ): Promise<SkillCategory> {
    return referenced(context, skillCategoryByCode, categoryCode);
  }
}
