import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Payload } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { cancelPlacement, endPlacement } from "./end-placement.service";
import { changePlacement, placeFellow } from "./place-fellow.service";
import {
  CancelPlacementInput,
  ChangePlacementInput,
  EndPlacementInput,
  PlaceFellowInput,
} from "./placement.inputs";
import { PlacementPayload } from "./placement.payload";

/** What the office does with placements. */
@Resolver()
export class PlacementChangesResolver {
  @Mutation(() => PlacementPayload, {
    nullable: true,
    description:
      "Places a fellow at one host at a time, inside the cohort's period and the fellowship. One placement may begin on the day to of another.",
  })
  placeFellow(
    @Arg("input", () => PlaceFellowInput, { description: "The placement." })
    input: PlaceFellowInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(placeFellow, input).then(PlacementPayload.of);
  }

  @Mutation(() => PlacementPayload, {
    nullable: true,
    description:
      "Changes the days of a placement by the same rules, or corrects those of one that has ended.",
  })
  changePlacement(
    @Arg("input", () => ChangePlacementInput, { description: "The placement and its new days." })
    input: ChangePlacementInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(changePlacement, input).then(PlacementPayload.of);
  }

  @Mutation(() => PlacementPayload, {
    nullable: true,
    description: "Ends a placement before its time, or an open one.",
  })
  endPlacement(
    @Arg("input", () => EndPlacementInput, { description: "The placement, its last day and why." })
    input: EndPlacementInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(endPlacement, input).then(PlacementPayload.of);
  }

  @Mutation(() => PlacementPayload, {
    nullable: true,
    description: "Cancels a placement whose first day is after today; it stays on record.",
  })
  cancelPlacement(
    @Arg("input", () => CancelPlacementInput, { description: "The placement, the day and why." })
    input: CancelPlacementInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(cancelPlacement, input).then(PlacementPayload.of);
  }
}
