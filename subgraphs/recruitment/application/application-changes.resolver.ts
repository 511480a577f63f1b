import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Payload } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import {
  RejectApplicationInput,
  SelectApplicationInput,
  SubmitApplicationInput,
  WithdrawApplicationInput,
} from "./application.inputs";
import { ApplicationPayload } from "./application.payload";
import {
  rejectApplication,
  selectApplication,
  withdrawApplication,
} from "./decide-application.service";
import { submitApplication } from "./submit-application.service";

/** What the ministry does with applications. */
@Resolver()
export class ApplicationChangesResolver {
  @Mutation(() => ApplicationPayload, {
    nullable: true,
    description:
      "Records an application that was received. A person applies to a solicitation once; a withdrawn application counts.",
  })
  submitApplication(
    @Arg("input", () => SubmitApplicationInput, { description: "The application." })
    input: SubmitApplicationInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(submitApplication, input).then(ApplicationPayload.of);
  }

  @Mutation(() => ApplicationPayload, {
    nullable: true,
    description:
      "Withdraws an application, until it is rejected or registered; also one that is selected or trained.",
  })
  withdrawApplication(
    @Arg("input", () => WithdrawApplicationInput, { description: "The application and the day." })
    input: WithdrawApplicationInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(withdrawApplication, input).then(ApplicationPayload.of);
  }

  @Mutation(() => ApplicationPayload, {
    nullable: true,
    description: "Selects an application in some of its categories, each judged by an evaluator.",
  })
  selectApplication(
    @Arg("input", () => SelectApplicationInput, { description: "The application and categories." })
    input: SelectApplicationInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(selectApplication, input).then(ApplicationPayload.of);
  }

  @Mutation(() => ApplicationPayload, {
    nullable: true,
    description: "Rejects an application, after each of its categories was judged.",
  })
  rejectApplication(
    @Arg("input", () => RejectApplicationInput, { description: "The application and the reason." })
    input: RejectApplicationInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(rejectApplication, input).then(ApplicationPayload.of);
  }
}
