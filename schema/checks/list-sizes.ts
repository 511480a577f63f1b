import { type FieldDefinitionNode, Kind, type TypeNode } from "graphql";
import { federationDirectives } from "../federation-directives";
import type { Problem } from "../problem";
import type { SubgraphSdl } from "../subgraph-sdl";
import { typesWithFields } from "../types-with-fields";

/** Finds lists without a greatest length in the schema; the gateway would refuse to ask for them. */
export function listSizes(subgraphs: readonly SubgraphSdl[]): Problem[] {
  const types = [...typesWithFields(subgraphs).values()].flat();
  const sized = new Set(
    types.flatMap(({ subgraph, fields }) =>
      fields.flatMap((field) =>
        sizedFieldsOf(field).map((name) => `${subgraph} ${namedType(field.type)}.${name}`),
      ),
    ),
  );
  return types.flatMap(({ subgraph, name, fields }) =>
    fields
      .filter((field) => isList(field.type) && !hasSize(field))
      .filter((field) => !sized.has(`${subgraph} ${name}.${field.name.value}`))
      .map((field) => ({
        check: "list-sizes",
        where: `${name}.${field.name.value}`,
        message: `a list in ${subgraph} without @listSize, which no field that gives ${name} names in sizedFields.`,
      })),
  );
}

/** Whether the field's own list has a size. */
function hasSize(field: FieldDefinitionNode): boolean {
  return federationDirectives(field, "listSize").some(({ arguments: given = [] }) =>
    given.some(({ name, value }) => name.value === "assumedSize" && value.kind === Kind.INT),
  );
}

function sizedFieldsOf(field: FieldDefinitionNode): string[] {
  return federationDirectives(field, "listSize").flatMap(({ arguments: given = [] }) =>
    given.flatMap(({ name, value }) =>
      name.value === "sizedFields" && value.kind === Kind.LIST
        ? value.values.flatMap((each) => (each.kind === Kind.STRING ? [each.value] : []))
        : [],
    ),
  );
}

function isList(type: TypeNode): boolean {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
