import { createHash } from "node:crypto";
import {
  type DocumentNode,
  type FieldNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  print,
} from "graphql";
import { withDecidedConditions } from "./decided-conditions";
import { markedObjects } from "./marked-objects";
import { plannableNames } from "./plannable-names";
import { withRootFields } from "./with-root-fields";

/** Response names that were replaced or added → the caller's name; undefined for those that were added. */
export type OriginalNames = ReadonlyMap<string, string | undefined>;

/** An operation in two: what is planned over subgraphs, and what the schema itself answers. */
export interface PlannableOperation {
  /** What is planned; nothing where all is about the schema. */
  readonly planned: PlannedDocument | undefined;
  /** What is about the schema, if anything is. */
  readonly outline: Outline | undefined;
  readonly originals: OriginalNames;
  /** Variables that were replaced → what they are planned by. */
  readonly variables: ReadonlyMap<string, string>;
}

/** A document, and the hash under which its plan is kept. */
export interface PlannedDocument {
  readonly document: DocumentNode;
  readonly queryHash: string;
}

/** The top of an operation, in the caller's order: `__typename` stands for each planned field. */
export interface Outline {
  readonly document: DocumentNode;
  /** The response names at the top which the schema answers. */
  readonly own: ReadonlySet<string>;
}

const schemaFields: ReadonlySet<string> = new Set(["__schema", "__type", "__typename"]);

/**
 * Divides an operation into what is planned and what the schema answers. Names that the planner would confuse with its
 * own are replaced, objects whose fields are all conditional are marked, and what a document excludes itself is left out. If
 * nothing changes, the caller's own document is planned.
 *
 * @param fieldNames - of all types that are planned over
 */
export function plannableOperation(
  { document, queryHash }: PlannedDocument,
  operation: OperationDefinitionNode,
  fieldNames: ReadonlySet<string>,
): PlannableOperation {
  const own = new Set<string>();
  const outlined = withRootFields(document, operation, (field) => {
    if (!isOfSchema(field)) return placeOf(field);
    own.add(responseName(field));
    return field;
  });
  const outline = outlined && own.size > 0 ? { document: outlined, own } : undefined;
  const asked = outline
    ? withRootFields(document, operation, (field) => (isOfSchema(field) ? undefined : field))
    : document;
  const isConditional = mayBeConditional(document);
  const rest = asked && isConditional ? withDecidedConditions(asked) : asked;
  if (!rest || !getOperationAST(rest, operation.name?.value))
    return { planned: undefined, outline, originals: new Map(), variables: new Map() };
  const { document: renamed, originals, variables } = plannableNames(rest, fieldNames);
  const { document: marked, marker } = isConditional
    ? markedObjects(renamed)
    : { document: renamed, marker: undefined };
  return {
    planned:
      marked === document
        ? { document, queryHash }
        : { document: marked, queryHash: hashOf(marked) },
    outline,
    originals: marker === undefined ? originals : new Map([...originals, [marker, undefined]]),
    variables,
  };
}

/** False where a document has no directive, which its text tells at once. */
function mayBeConditional({ loc }: DocumentNode): boolean {
  return loc?.source.body.includes("@") ?? true;
}

function isOfSchema({ name }: FieldNode): boolean {
  return schemaFields.has(name.value);
}

function responseName({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function placeOf({ alias, name, directives = [] }: FieldNode): FieldNode {
  return {
    kind: Kind.FIELD,
    alias: alias ?? name,
    name: { kind: Kind.NAME, value: "__typename" },
    directives,
  };
}

/** Names a document that was changed. */
export function hashOf(document: DocumentNode): string {
  return createHash("sha256").update(print(document)).digest("hex");
}
