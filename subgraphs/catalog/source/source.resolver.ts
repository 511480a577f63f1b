import { Arg, Directive, ID, Query, Resolver } from "type-graphql";
import { Source } from "./source";
import { sources } from "./sources";

/** The root fields for sources; the same in every subgraph, answered from memory. */
@Resolver(() => Source)
export class SourceResolver {
  @Directive("@shareable")
  @Query(() => Source, {
    nullable: true,
    description: "The source with this id; null where there is none.",
  })
  source(@Arg("id", () => ID, { description: "As seed-mic." }) id: string): Source | null {
    return sources.get(id) ?? null;
  }

  @Directive("@shareable")
  @Query(() => [Source], { nullable: true, description: "Every source used, in order of id." })
  sources(): readonly Source[] {
    return [...sources.values()];
  }
}
