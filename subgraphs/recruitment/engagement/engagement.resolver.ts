import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import { Applicant } from "../applicant/applicant";
import { applicantById } from "../applicant/applicant.loader";
import { Municipality } from "../municipality/municipality";
import { municipalityByCode } from "../municipality/municipality.loader";
import { asOfRequest } from "../../kit/connection/as-of-request";
import { referenced } from "../record/record.loader";
import { Registration } from "../registration/registration";
import { registrationById } from "../registration/registration.loader";
import { Engagement } from "./engagement";
import {
  EngagementArguments,
  EngagementConnection,
  EngagementHistoryArguments,
  engagements,
} from "./engagement.list";
import { engagementById } from "./engagement.loader";

/** Engagements and what they lead to. */
@Resolver(() => Engagement)
export class EngagementResolver {
  @Query(() => Engagement, {
    nullable: true,
    description: "The engagement with this id; null where there is none.",
  })
  engagement(
    @Arg("id", () => ID, { description: "Of the engagement." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Engagement | null> {
    return context.load(engagementById, id);
  }

  @Query(() => EngagementConnection, {
    nullable: true,
    description: "The engagements of registered persons with municipalities on a day.",
  })
  engagements(
    @Args(() => EngagementArguments) list: EngagementArguments,
    @Ctx() context: RequestContext,
  ): Connection<Engagement> {
    return new EngagementConnection(engagements.page(context, asOfRequest(list, context)));
  }

  @Query(() => EngagementConnection, {
    nullable: true,
    description: "Every engagement there was, is or is to be.",
  })
  engagementHistory(
    @Args(() => EngagementHistoryArguments) list: EngagementHistoryArguments,
    @Ctx() context: RequestContext,
  ): Connection<Engagement> {
    return new EngagementConnection(engagements.page(context, list));
  }

  @FieldResolver(() => Applicant, { description: "The person." })
  applicant(
    @Root() { applicantId }: Engagement,
    @Ctx() context: RequestContext,
  ): Promise<Applicant> {
    return referenced(context, applicantById, applicantId);
  }

  @FieldResolver(() => Registration, {
    description: "The person's place on the list that it came of.",
  })
  registration(
    @Root() { registrationId }: Engagement,
    @Ctx() context: RequestContext,
  ): Promise<Registration> {
    return referenced(context, registrationById, registrationId);
  }

  @FieldResolver(() => Municipality, { description: "Whom the person works for." })
  municipality(
    @Root() { municipalityCode }: Engagement,
    @Ctx() context: RequestContext,
  ): Promise<Municipality> {
    return referenced(context, municipalityByCode, municipalityCode);
  }
}
