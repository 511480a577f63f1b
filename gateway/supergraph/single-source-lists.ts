import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type TypeNode,
  visit,
} from "graphql";

/**
 * The supergraph to plan from: each list of entities that several subgraphs can answer is asked of one of them only,
 * the first, and what the others add is asked for by key.
 *
 * Given the choice, the planner asks several subgraphs for such a list at the same time and merges their lists by
 * position. While two versions of the shared data are deployed, a country would get the fields of another, without an
 * error. The choice remains for failover, which asks for the whole list elsewhere and never merges two.
 */
export function withSingleSourceLists(sdl: string): string {
  const document = parse(sdl, { noLocation: true });
  const entities = entityNames(document);
  return print(
    visit(document, {
      ObjectTypeDefinition: (type) => ({
        ...type,
        fields: type.fields?.map((field) =>
          isListOf(field.type, entities) ? fromOneSubgraph(type, field) : field,
        ),
      }),
    }),
  );
}

function entityNames(document: DocumentNode): ReadonlySet<string> {
  const types = document.definitions.filter(
    (node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  const entities = types.filter(({ directives = [] }) =>
    directives.some((directive) => directive.name.value === "join__type" && has(directive, "key")),
  );
  return new Set(entities.map(({ name }) => name.value));
}

function fromOneSubgraph(
  type: ObjectTypeDefinitionNode,
  field: FieldDefinitionNode,
): FieldDefinitionNode {
  const others = (field.directives ?? []).filter(({ name }) => name.value !== "join__field");
  const joins = (field.directives ?? []).filter(({ name }) => name.value === "join__field");
  // Those that are another's are not asked for: they say what a subgraph requires or provides.
  const externals = joins.filter((join) => has(join, "external"));
  const sources = joins.filter((join) => !has(join, "external"));
  const [first] = joins.length > 0 ? sources : everywhere(type);
  return first ? { ...field, directives: [first, ...externals, ...others] } : field;
}

/** What a field without `join__field` means: every subgraph that has the type answers it. */
function everywhere({ directives = [] }: ObjectTypeDefinitionNode): ConstDirectiveNode[] {
  return directives
    .filter(({ name }) => name.value === "join__type")
    .map((directive) => ({
      ...directive,
      name: { kind: Kind.NAME, value: "join__field" },
      arguments: directive.arguments?.filter(({ name }) => name.value === "graph") ?? [],
    }));
}

function has({ arguments: given = [] }: ConstDirectiveNode, name: string): boolean {
  return given.some((argument) => argument.name.value === name);
}

function isListOf(type: TypeNode, names: ReadonlySet<string>, inList = false): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return isListOf(type.type, names, inList);
  if (type.kind === Kind.LIST_TYPE) return isListOf(type.type, names, true);
  return inList && names.has(type.name.value);
}
