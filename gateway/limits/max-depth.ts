import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";
import { ApiError } from "../../subgraphs/kit/errors";

/**
 * A validation rule: fields may lie at most `limit` deep. Entities lead to one another in circles, and each round
 * multiplies the answer. Introspection has a depth of its own and is not counted.
 *
 * The error is an ApiError QUERY_TOO_DEEP.
 */
export function maxDepth(limit: number) {
  return (context: ValidationContext): ASTVisitor => ({
    OperationDefinition: ({ selectionSet }) => {
      const fragments = new Map<string, FragmentDefinitionNode>();
      for (const definition of context.getDocument().definitions) {
        if (definition.kind === Kind.FRAGMENT_DEFINITION)
          fragments.set(definition.name.value, definition);
      }
      const depth = new DepthOfSelections(fragments).of(selectionSet);
      if (depth > limit) {
        context.reportError(
          new ApiError(
            "QUERY_TOO_DEEP",
            `Expected fields at most ${limit} deep, received ${depth}.`,
          ),
        );
      }
      return false;
    },
  });
}

/** Measures selections, each fragment once, so that a document takes time in proportion to its length. */
class DepthOfSelections {
  private readonly ofFragments = new Map<string, number>();

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  of({ selections }: SelectionSetNode): number {
    return Math.max(
      0,
      ...selections.map((selection) => {
        if (selection.kind === Kind.FRAGMENT_SPREAD) return this.ofFragment(selection.name.value);
        if (selection.kind === Kind.INLINE_FRAGMENT) return this.of(selection.selectionSet);
        if (selection.name.value.startsWith("__")) return 0;
        return 1 + (selection.selectionSet ? this.of(selection.selectionSet) : 0);
      }),
    );
  }

  private ofFragment(name: string): number {
    const known = this.ofFragments.get(name);
    if (known !== undefined) return known;
    // A fragment that spreads itself is another rule's to refuse; here it must only end.
    this.ofFragments.set(name, 0);
    const definition = this.fragments.get(name);
    const depth = definition ? this.of(definition.selectionSet) : 0;
    this.ofFragments.set(name, depth);
    return depth;
  }
}
