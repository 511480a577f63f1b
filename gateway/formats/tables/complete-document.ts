import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

/** A field that a table has to have where one of others is asked for. */
interface Needed {
  readonly name: string;
  readonly where: (type: GraphQLNamedType, asked: readonly FieldNode[]) => boolean;
}

/** In a table an empty cell could be a number that is not shown, or one that is not known. */
const suppressed: Needed = {
  name: "suppressed",
  where: (_type, asked) => asked.some(({ name }) => name.value !== "suppressed"),
};

/** A number without its unit says nothing. */
const unit: Needed = {
  name: "unit",
  where: (type, asked) =>
    asked.some(
      ({ name }) => name.value === "value" || (name.value === "rows" && hasField(type, "rows")),
    ),
};

/**
 * A document with what its tables have to say and it has left out: `suppressed` beside numbers that may be suppressed, and
 * the `unit` of figures and statistics. Both are answered with what is asked anyway, and cost nothing.
 */
export function completeDocument(
  source: string,
  document: DocumentNode,
  schema: GraphQLSchema,
): string {
  const additions: { readonly at: number; readonly text: string }[] = [];
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: (selectionSet) => {
        const type = types.getParentType();
        const missing = type ? missingIn(type, selectionSet) : [];
        const { loc } = selectionSet;
        if (loc && missing.length > 0) {
          additions.push({ at: loc.start + 1, text: ` ${missing.join(" ")} ` });
        }
      },
    }),
  );
  let completed = source;
  for (const { at, text } of additions.toSorted((one, other) => other.at - one.at)) {
    completed = completed.slice(0, at) + text + completed.slice(at);
  }
  return completed;
}

/** The fields that a table has to have of this object and that are not asked of it; none where another has their name. */
function missingIn(type: GraphQLNamedType, { selections }: SelectionSetNode): string[] {
  const asked = selections.filter((selection) => selection.kind === Kind.FIELD);
  const keys = new Set(asked.map(({ alias, name }) => (alias ?? name).value));
  return [suppressed, unit]
    .filter(({ name, where }) => hasField(type, name) && where(type, asked) && !keys.has(name))
    .map(({ name }) => name);
}

function hasField(type: GraphQLNamedType, name: string): boolean {
  return isObjectType(type) && Object.hasOwn(type.getFields(), name);
}
