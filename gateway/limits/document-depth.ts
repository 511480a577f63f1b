import {
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  visit,
} from "graphql";

/**
 * The greatest depth of the fields of a document. Entities refer to each other in circles, and each round multiplies
 * the answer. Introspection has its own limit and is not counted.
 *
 * Takes time in proportion to the document's length, and the same stack for any depth.
 */
export function documentDepth({ definitions }: DocumentNode): number {
  const known = fragmentDepths(definitions);
  return definitions.reduce(
    (deepest, node) =>
      node.kind === Kind.OPERATION_DEFINITION
        ? Math.max(deepest, whole(measure(node), known))
        : deepest,
    0,
  );
}

/** How deep the fields lie of each selection at the top of an operation. */
export function selectionDepths(
  { definitions }: DocumentNode,
  { selectionSet }: OperationDefinitionNode,
): ReadonlyMap<SelectionNode, number> {
  const known = fragmentDepths(definitions);
  return new Map(selectionSet.selections.map((node) => [node, whole(measure(node), known)]));
}

function fragmentDepths(definitions: readonly DefinitionNode[]): ReadonlyMap<string, number> {
  const fragments = definitions.flatMap((node) =>
    node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, measure(node)] as const] : [],
  );
  return depthsOf(new Map(fragments));
}

/** How deep a node's own fields lie, and how deep it spreads which fragments. */
interface Measured {
  depth: number;
  readonly spreads: Map<string, number>;
}

function measure(node: ASTNode): Measured {
  const measured: Measured = { depth: 0, spreads: new Map() };
  let depth = 0;
  visit(node, {
    Field: {
      enter: ({ name }) => {
        if (name.value.startsWith("__")) return false;
        depth += 1;
        measured.depth = Math.max(measured.depth, depth);
        return undefined;
      },
      leave: () => {
        depth -= 1;
      },
    },
    FragmentSpread: ({ name: { value: name } }) => {
      measured.spreads.set(name, Math.max(measured.spreads.get(name) ?? 0, depth));
    },
  });
  return measured;
}

/** The depth of each fragment with all it spreads. Circles are refused by another rule; here they must only end. */
function depthsOf(fragments: ReadonlyMap<string, Measured>): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  const open = new Set<string>();
  for (const start of fragments.keys()) {
    const pending = [start];
    for (let name = pending.at(-1); name !== undefined; name = pending.at(-1)) {
      const fragment = fragments.get(name);
      const missing =
        fragment && !open.has(name)
          ? [...fragment.spreads.keys()].filter((spread) => !known.has(spread) && !open.has(spread))
          : [];
      open.add(name);
      if (missing.length > 0) {
        for (const spread of missing) pending.push(spread);
        continue;
      }
      pending.pop();
      if (!known.has(name)) known.set(name, fragment ? whole(fragment, known) : 0);
    }
  }
  return known;
}

function whole({ depth, spreads }: Measured, known: ReadonlyMap<string, number>): number {
  let deepest = depth;
  for (const [name, at] of spreads) deepest = Math.max(deepest, at + (known.get(name) ?? 0));
  return deepest;
}
