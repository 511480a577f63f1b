import {
  BREAK,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from "graphql";
import { fragmentsOf } from "./fragments-of";

/**
 * A document without what it says itself that it does not ask for (`@include(if: false)`, `@skip(if: true)`), and without
 * conditions that always hold. The planner loses some of these conditions in fragments: subgraphs would be asked for
 * what nobody asked for, and its failure would take away what was.
 *
 * @returns the document itself where it has no such condition. An object of which nothing is left has no fields, and an
 *   operation of which nothing is left is not in it
 */
export function withDecidedConditions(document: DocumentNode): DocumentNode {
  return hasDecided(document) ? new Decided(document).document() : document;
}

function hasDecided(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive: (directive) => {
      if (decisionOf(directive) === undefined) return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}

/** Whether a condition holds; nothing where that depends on variables. */
function decisionOf({ name, arguments: given = [] }: DirectiveNode): boolean | undefined {
  const [condition] = given;
  if (name.value !== "include" && name.value !== "skip") return undefined;
  if (condition?.value.kind !== Kind.BOOLEAN) return undefined;
  return condition.value.value === (name.value === "include");
}

class Decided {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly decided = new Map<string, FragmentDefinitionNode | undefined>();

  constructor(private readonly asked: DocumentNode) {
    this.fragments = fragmentsOf(asked);
  }

  document(): DocumentNode {
    const operations = this.asked.definitions.flatMap((definition) => {
      if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
      const selectionSet = this.within(definition.selectionSet);
      return selectionSet.selections.length > 0 ? [{ ...definition, selectionSet }] : [];
    });
    // Those that nothing spreads any more have not been decided.
    const fragments = [...this.decided.values()].filter((fragment) => fragment !== undefined);
    return { ...this.asked, definitions: [...operations, ...fragments] };
  }

  private within(selectionSet: SelectionSetNode): SelectionSetNode {
    const selections = selectionSet.selections.flatMap((selection) => {
      const left = this.left(selection);
      return left ? [left] : [];
    });
    return { ...selectionSet, selections };
  }

  private left(selection: SelectionNode): SelectionNode | undefined {
    const given = selection.directives ?? [];
    if (given.some((directive) => decisionOf(directive) === false)) return undefined;
    const directives = given.filter((directive) => decisionOf(directive) === undefined);
    switch (selection.kind) {
      case Kind.FIELD: {
        const { selectionSet } = selection;
        if (!selectionSet) return { ...selection, directives };
        return { ...selection, directives, selectionSet: this.within(selectionSet) };
      }
      case Kind.INLINE_FRAGMENT: {
        const selectionSet = this.within(selection.selectionSet);
        if (selectionSet.selections.length === 0) return undefined;
        return { ...selection, directives, selectionSet };
      }
      case Kind.FRAGMENT_SPREAD:
        return this.fragment(selection.name.value) && { ...selection, directives };
    }
  }

  /** A fragment as far as it is asked for; nothing where none of it is. */
  private fragment(name: string): FragmentDefinitionNode | undefined {
    if (this.decided.has(name)) return this.decided.get(name);
    const fragment = this.fragments.get(name);
    if (!fragment) return undefined;
    const selectionSet = this.within(fragment.selectionSet);
    const left = selectionSet.selections.length > 0 ? { ...fragment, selectionSet } : undefined;
    this.decided.set(name, left);
    return left;
  }
}
