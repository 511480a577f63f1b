import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { type Payload, payloadType } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { DispatchUserError } from "../rules/dispatch-error-code";
import { Organization } from "./organization";
import { ChangeOrganizationInput, RegisterOrganizationInput } from "./organization-inputs";
import { changeOrganization, registerOrganization } from "./organization.service";

const OrganizationPayload = payloadType(
  "Organization",
  "organization",
  Organization,
  DispatchUserError,
);

/** How organizations come into being and change. */
@Resolver()
export class OrganizationMutationsResolver {
  @Mutation(() => OrganizationPayload, {
    nullable: true,
    description: "Registers an organization that officials can be dispatched to.",
  })
  async registerOrganization(
    @Arg("input", () => RegisterOrganizationInput, { description: "The organization." })
    input: RegisterOrganizationInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return OrganizationPayload.of(await context.change(registerOrganization, input));
  }

  @Mutation(() => OrganizationPayload, {
    nullable: true,
    description: "Changes an organization's names, kind, region or country.",
  })
  async changeOrganization(
    @Arg("input", () => ChangeOrganizationInput, { description: "What to change." })
    input: ChangeOrganizationInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return OrganizationPayload.of(await context.change(changeOrganization, input));
  }
}
