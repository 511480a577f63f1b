import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  separateOperations,
} from "graphql";
import { freshName } from "./fresh-name";

/** What becomes of a field; nothing where it is left out. */
export type ChangeOfField = (field: FieldNode) => FieldNode | undefined;

/**
 * One operation of a document with the fields at its top replaced, also where they are in fragments.
 * @returns `undefined` where none is left
 */
export function withRootFields(
  { definitions }: DocumentNode,
  operation: OperationDefinitionNode,
  change: ChangeOfField,
): DocumentNode | undefined {
  const fragments = definitions.filter(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  const changed = new ChangedFragments(fragments, change);
  const selectionSet = changed.inPlaceOf(operation.selectionSet);
  if (!selectionSet) return undefined;
  const [document] = Object.values(
    separateOperations({
      kind: Kind.DOCUMENT,
      definitions: [{ ...operation, selectionSet }, ...fragments, ...changed.definitions],
    }),
  );
  return document;
}

/** Fragments that are spread at the top. Where the same ones are spread further down they stay unchanged. */
class ChangedFragments {
  readonly definitions: FragmentDefinitionNode[] = [];
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly changed = new Map<string, FragmentDefinitionNode | undefined>();
  private readonly taken: Set<string>;

  constructor(
    fragments: readonly FragmentDefinitionNode[],
    private readonly change: ChangeOfField,
  ) {
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
    this.taken = new Set(this.fragments.keys());
  }

  inPlaceOf(selectionSet: SelectionSetNode): SelectionSetNode | undefined {
    const selections = selectionSet.selections.flatMap((selection) => {
      const changed = this.changedSelection(selection);
      return changed ? [changed] : [];
    });
    return selections.length > 0 ? { ...selectionSet, selections } : undefined;
  }

  private changedSelection(selection: SelectionNode): SelectionNode | undefined {
    switch (selection.kind) {
      case Kind.FIELD:
        return this.change(selection);
      case Kind.INLINE_FRAGMENT: {
        const selectionSet = this.inPlaceOf(selection.selectionSet);
        return selectionSet && { ...selection, selectionSet };
      }
      case Kind.FRAGMENT_SPREAD: {
        const fragment = this.fragment(selection.name.value);
        return fragment && { ...selection, name: fragment.name };
      }
    }
  }

  private fragment(name: string): FragmentDefinitionNode | undefined {
    if (this.changed.has(name)) return this.changed.get(name);
    const original = this.fragments.get(name);
    const selectionSet = original && this.inPlaceOf(original.selectionSet);
    const fragment = selectionSet && {
      ...original,
      name: { ...original.name, value: freshName(name, this.taken) },
      selectionSet,
    };
    this.changed.set(name, fragment);
    if (fragment) this.definitions.push(fragment);
    return fragment;
  }
}
