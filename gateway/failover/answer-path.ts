import { type DocumentNode, Kind, type SelectionSetNode } from "graphql";

/** A place in an answer, as far as it is known without list indices. */
export interface AnswerPath {
  readonly names: readonly string[];
  /** True if it ends at a list and stands for places in the list's elements. */
  readonly isCut: boolean;
}

/** The top of an answer. */
export const topOfAnswer: AnswerPath = { names: [], isCut: false };

/** The path of a field below `parent`; where `isList`, of its elements. */
export function fieldPath(parent: AnswerPath, name: string, isList = false): AnswerPath {
  return parent.isCut ? parent : { names: [...parent.names, name], isCut: isList };
}

/** Turns the gateway's notation, in which `@` stands for all elements of a list, into a path. */
export function pathOfFetch(path: readonly (string | number)[] = []): AnswerPath {
  const cut = path.indexOf("@");
  const names = (cut < 0 ? path : path.slice(0, cut)).map(String);
  return { names, isCut: cut >= 0 };
}

/** The path of `below`, which is given relative to `base`. */
export function joinPaths(base: AnswerPath, below: AnswerPath): AnswerPath {
  return base.isCut ? base : { names: [...base.names, ...below.names], isCut: below.isCut };
}

/** The longest path that leads to all of the given ones. */
export function commonPath(paths: readonly AnswerPath[]): readonly string[] {
  const [first, ...others] = paths;
  const names = first?.names ?? [];
  const differs = names.findIndex((name, index) =>
    others.some((other) => other.names[index] !== name),
  );
  return differs < 0 ? names : names.slice(0, differs);
}

/** The paths of everything an operation asks for at its top, or of its entities where it asks for these. */
export function outermostPaths(document: DocumentNode): AnswerPath[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? fieldsIn(definition.selectionSet) : [],
  );
}

function fieldsIn({ selections }: SelectionSetNode): AnswerPath[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [topOfAnswer];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsIn(selection.selectionSet);
    if (selection.name.value === "_entities" && selection.selectionSet) {
      return fieldsIn(selection.selectionSet);
    }
    if (selection.name.value === "__typename") return [];
    return [fieldPath(topOfAnswer, (selection.alias ?? selection.name).value)];
  });
}
