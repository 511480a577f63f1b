import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { type Payload, payloadType } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { ApplicationPayload } from "../application/application.payload";
import { RecruitmentUserError } from "../record/recruitment-error-code";
import { Registration } from "./registration";
import { RegisterOnListInput, RemoveFromListInput } from "./registration.inputs";
import { registerOnList, removeFromList } from "./registration.service";

const RegistrationPayload = payloadType(
  "Registration",
  "registration",
  Registration,
  RecruitmentUserError,
);

/** What the ministry does with the external personnel list. */
@Resolver()
export class RegistrationChangesResolver {
  @Mutation(() => ApplicationPayload, {
    nullable: true,
    description:
      "Enters a trained candidate on the external personnel list, in every category selected.",
  })
  registerOnList(
    @Arg("input", () => RegisterOnListInput, { description: "The application and the day." })
    input: RegisterOnListInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(registerOnList, input).then(ApplicationPayload.of);
  }

  @Mutation(() => RegistrationPayload, {
    nullable: true,
    description:
      "Removes a registration from the list. Engagements that began before go on until they end.",
  })
  removeFromList(
    @Arg("input", () => RemoveFromListInput, { description: "The registration and the day." })
    input: RemoveFromListInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(removeFromList, input).then(RegistrationPayload.of);
  }
}
