import { type ConstDirectiveNode, type DocumentNode, isTypeDefinitionNode, Kind } from "graphql";
import { type AreaName, areaNames } from "../../../../subgraphs/areas";

/** Whose something of the schema is: one area's, or that of several. */
export type AreaOf = AreaName | "shared";

/** Whose the types and root fields of a supergraph are, by their coordinates. */
export function areasOf({ definitions }: DocumentNode): ReadonlyMap<string, AreaOf> {
  const areas = new Map<string, AreaOf>();
  for (const definition of definitions) {
    if (!isTypeDefinitionNode(definition)) continue;
    const type = definition.name.value;
    areas.set(type, onlyArea(definition.directives, "join__type"));
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || !/^(Query|Mutation)$/.test(type))
      continue;
    for (const { name, directives } of definition.fields ?? []) {
      areas.set(`${type}.${name.value}`, onlyArea(directives, "join__field"));
    }
  }
  return areas;
}

/** A field of all subgraphs has no `@join__field`. */
function onlyArea(directives: readonly ConstDirectiveNode[] = [], joined: string): AreaOf {
  const graphs = directives
    .filter(({ name }) => name.value === joined)
    .flatMap((directive) => directive.arguments ?? [])
    .flatMap(({ name, value }) =>
      name.value === "graph" && value.kind === Kind.ENUM ? [value.value.toLowerCase()] : [],
    );
  const [first, ...others] = new Set(graphs);
  return areaNames.find((area) => area === first && others.length === 0) ?? "shared";
}
