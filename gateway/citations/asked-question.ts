import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  print,
  visit,
} from "graphql";
import { type AskedState, askedState } from "./asked-state";
import { selectedFields } from "./selected-fields";

/** What a citation says of a question. */
export interface AskedQuestion extends AskedState {
  readonly name: string;
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An operation of a valid document, and what it is asked with. */
export interface OperationToCite {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  /** The day in force where a field names none, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** How many fields at its top name an operation without a name. */
const mostNames = 5;

/**
 * The question that an operation is: with its own fragments alone, without what it leaves out itself, with the values that
 * it uses, and without comments: in all of those a stranger could leave any text.
 */
export function askedQuestion(asked: OperationToCite): AskedQuestion {
  const { variables: given = {} } = asked;
  const selected = selectedFields(asked.document, asked.operation, given);
  return {
    name: selected.operation.name?.value ?? namesAtTop(selected.operation),
    operation: print(selected.document),
    variables: declaredValues(selected.operation, given),
    ...askedState(asked.schema, selected, asked.asOf),
  };
}

/** Values that were given, in the order in which the operation declares them. */
function declaredValues(
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const names = variableDefinitions.map(({ variable }) => variable.name.value);
  return Object.fromEntries(
    names.flatMap((name) =>
      Object.hasOwn(given, name) && given[name] !== undefined ? [[name, given[name]]] : [],
    ),
  );
}

function namesAtTop({ selectionSet }: OperationDefinitionNode): string {
  const names = selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? calledAs(selection) : [],
  );
  const different = [...new Set(names)];
  const more = different.length > mostNames ? ["…"] : [];
  return [...different.slice(0, mostNames), ...more].join(", ") || "query";
}

/** A text that may stand in a title: an id, a code or a day. One is too little to speak in, so there is no second. */
const plainText = /^[\w-]{1,40}$/;
/** How many characters of a field's arguments are in a title. */
const longestArguments = 120;

/** A field with what it is asked with, as far as the operation says it itself. */
function calledAs({ name, arguments: given = [] }: FieldNode): string {
  let texts = 0;
  const said = given
    .filter(({ value }) => value.kind !== Kind.VARIABLE)
    .map((argument) =>
      print(
        visit(argument, {
          StringValue: ({ value }) =>
            plainText.test(value) && texts++ === 0 ? undefined : { kind: Kind.ENUM, value: "…" },
        }),
      ),
    )
    .join(", ");
  if (said === "") return name.value;
  const characters = Array.from(said);
  const isLong = characters.length > longestArguments;
  return `${name.value}(${isLong ? `${characters.slice(0, longestArguments).join("")}…` : said})`;
}
