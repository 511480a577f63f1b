import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from "graphql";
import { fragmentsOf } from "./fragments-of";
import { freshName, namesIn } from "./fresh-name";

/** A document whose objects are asked for whatever is selected of them. */
export interface MarkedObjects {
  readonly document: DocumentNode;
  /** The response name of what was added, if anything was. */
  readonly marker: string | undefined;
}

/**
 * Adds a field without a condition to each object whose fields are all conditional. The planner would apply the
 * conditions to the object itself: it would be `null` instead of empty, and a change would not be made. The same for an
 * object that is conditional itself, where all fields are of types that it need not be of.
 */
export function markedObjects(document: DocumentNode): MarkedObjects {
  const certain = new CertainSelections(document);
  let marker: string | undefined;
  const marked = visit(document, {
    Field: ({ selectionSet, ...field }) => {
      if (!selectionSet) return undefined;
      const isConditional = (field.directives ?? []).length > 0;
      if (certain.isIn(selectionSet) && !(isConditional && isTyped(selectionSet))) return undefined;
      marker ??= freshName("__typename", new Set(namesIn(document)));
      const selections = [...selectionSet.selections, typenameAs(marker)];
      return { ...field, selectionSet: { ...selectionSet, selections } };
    },
  });
  return { document: marked, marker };
}

/** Whether all that is selected is of one type or another: the object can be of none of them. */
function isTyped({ selections }: SelectionSetNode): boolean {
  return selections.every(
    (selection) => selection.kind === Kind.INLINE_FRAGMENT && selection.typeCondition !== undefined,
  );
}

function typenameAs(alias: string): FieldNode {
  return {
    kind: Kind.FIELD,
    alias: { kind: Kind.NAME, value: alias },
    name: { kind: Kind.NAME, value: "__typename" },
  };
}

/** The selections that have a field which does not depend on variables. */
class CertainSelections {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new Map<string, boolean>();

  constructor(document: DocumentNode) {
    this.fragments = fragmentsOf(document);
  }

  isIn({ selections }: SelectionSetNode): boolean {
    return selections.some((selection) => this.isCertain(selection));
  }

  private isCertain(selection: SelectionNode): boolean {
    if (selection.directives && selection.directives.length > 0) return false;
    switch (selection.kind) {
      case Kind.FIELD:
        return true;
      case Kind.INLINE_FRAGMENT:
        return this.isIn(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return this.isInFragment(selection.name.value);
    }
  }

  private isInFragment(name: string): boolean {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    const isCertain = fragment !== undefined && this.isIn(fragment.selectionSet);
    this.known.set(name, isCertain);
    return isCertain;
  }
}
