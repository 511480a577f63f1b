import { FieldResolver, Resolver, Root } from "type-graphql";
import { Source } from "../../catalog/source/source";
import { sourceOf } from "../../catalog/source/source-of";
import { FellowshipPhase } from "./fellowship-phase";

/** What a part of a fellowship leads to. */
@Resolver(() => FellowshipPhase)
export class FellowshipPhaseResolver {
  @FieldResolver(() => Source, { description: "Where it is described." })
  source(@Root() { sourceId }: FellowshipPhase): Source {
    return sourceOf(sourceId);
  }
}
