import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Payload } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { CloseSolicitationInput, OpenSolicitationInput } from "./solicitation.inputs";
import { SolicitationPayload } from "./solicitation.payload";
import { closeSolicitation, openSolicitation } from "./solicitation.service";

/** What the ministry does with solicitations. */
@Resolver()
export class SolicitationChangesResolver {
  @Mutation(() => SolicitationPayload, {
    nullable: true,
    description: "Opens the solicitation of a fiscal year that has none.",
  })
  openSolicitation(
    @Arg("input", () => OpenSolicitationInput, { description: "The solicitation." })
    input: OpenSolicitationInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(openSolicitation, input).then(SolicitationPayload.of);
  }

  @Mutation(() => SolicitationPayload, {
    nullable: true,
    description:
      "Closes a solicitation earlier than announced; once. One that a source states is not changed (PUBLISHED_FACT).",
  })
  closeSolicitation(
    @Arg("input", () => CloseSolicitationInput, { description: "The solicitation and the day." })
    input: CloseSolicitationInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(closeSolicitation, input).then(SolicitationPayload.of);
  }
}
