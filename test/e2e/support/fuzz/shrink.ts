import { type ASTNode, type DocumentNode, Kind, parse, print, visit } from "graphql";
import type { FuzzCase } from "./case";

/** Cases that are smaller than one by one thing, the largest first. Not all of them are valid. */
export function* smaller(fuzzCase: FuzzCase): Generator<FuzzCase> {
  const { fields, responses } = fuzzCase.faults;
  for (const less of lessBy(fields))
    yield { ...fuzzCase, faults: { ...fuzzCase.faults, fields: less } };
  for (const less of lessBy(responses)) {
    yield { ...fuzzCase, faults: { ...fuzzCase.faults, responses: less } };
  }
  const document = parse(fuzzCase.query, { noLocation: true });
  const count = removable(document);
  for (let index = 0; index < count; index += 1) {
    const query = print(withoutUnused(without(document, index)));
    const variables = usedBy(query, fuzzCase.variables);
    if (query !== print(document)) yield { ...fuzzCase, query, variables };
  }
}

/** Halves of a list, then all but one of it; never none of it, which would be another kind of case. */
function* lessBy<Fault>(faults: readonly Fault[] | undefined): Generator<readonly Fault[]> {
  if (!faults || faults.length < 2) return;
  const half = Math.ceil(faults.length / 2);
  yield faults.slice(0, half);
  yield faults.slice(half);
  for (let index = 0; index < faults.length; index += 1)
    yield faults.filter((_each, at) => at !== index);
}

const parts: ReadonlySet<string> = new Set<string>([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.DIRECTIVE,
  Kind.ARGUMENT,
]);

/** How many things can be taken from a document: each part, each alias, and each fragment around what is in it. */
function removable(document: DocumentNode): number {
  let count = 0;
  visit(document, { enter: (node) => void (count += parts.has(node.kind) ? 2 : 0) });
  return count;
}

function without(document: DocumentNode, wanted: number): DocumentNode {
  let index = -1;
  return visit(document, {
    enter: (node: ASTNode) => {
      if (!parts.has(node.kind)) return undefined;
      index += 2;
      if (index - 1 === wanted) return null;
      if (index !== wanted) return undefined;
      return node.kind === Kind.FIELD && node.alias ? { ...node, alias: undefined } : undefined;
    },
    leave: (node: ASTNode) =>
      node.kind === Kind.SELECTION_SET
        ? {
            ...node,
            // What is in a fragment without a condition that is of no other type may as well be outside of it.
            selections: node.selections.flatMap((selection) =>
              selection.kind === Kind.INLINE_FRAGMENT &&
              !selection.typeCondition &&
              !selection.directives?.length
                ? selection.selectionSet.selections
                : [selection],
            ),
          }
        : undefined,
  });
}

/** Without fragments, variables and selections that have become empty. */
function withoutUnused(document: DocumentNode): DocumentNode {
  let current = document;
  for (;;) {
    const used = new Set<string>();
    visit(current, {
      FragmentSpread: ({ name }) => void used.add(`...${name.value}`),
      VariableDefinition: () => false,
      Variable: ({ name }) => void used.add(`$${name.value}`),
    });
    const next = visit(current, {
      FragmentDefinition: (node) => (used.has(`...${node.name.value}`) ? undefined : null),
      VariableDefinition: ({ variable }) =>
        used.has(`$${variable.name.value}`) ? undefined : null,
      Field: {
        leave: (node) => (node.selectionSet?.selections.length === 0 ? null : undefined),
      },
      InlineFragment: {
        leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined),
      },
    });
    if (print(next) === print(current)) return next;
    current = next;
  }
}

function usedBy(query: string, variables: FuzzCase["variables"]): FuzzCase["variables"] {
  return Object.fromEntries(
    Object.entries(variables).filter(([name]) => query.includes(`$${name}`)),
  );
}
