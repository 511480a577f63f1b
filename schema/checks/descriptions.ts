import {
  type ASTNode,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type TypeDefinitionNode,
  isTypeDefinitionNode,
  visit,
} from "graphql";
import { isFederationName } from "../federation-directives";
import type { Problem } from "../problem";
import type { SubgraphSdl } from "../subgraph-sdl";

type Describable =
  | TypeDefinitionNode
  | FieldDefinitionNode
  | InputValueDefinitionNode
  | EnumValueDefinitionNode;

/** Finds types, fields, arguments, enum values and input fields of ours without a description. */
export function descriptions(subgraphs: readonly SubgraphSdl[]): Problem[] {
  const where = new Map<string, string[]>();
  for (const { name, document } of subgraphs) {
    for (const coordinate of undescribed(document)) {
      where.set(coordinate, [...(where.get(coordinate) ?? []), name]);
    }
  }
  return [...where].map(([coordinate, names]) => ({
    check: "descriptions",
    where: coordinate,
    message: `has no description (${names.join(", ")}).`,
  }));
}

function undescribed(document: DocumentNode): readonly string[] {
  const missing: string[] = [];
  const path: string[] = [];
  visit(document, {
    enter(node) {
      if (node.kind === Kind.DIRECTIVE_DEFINITION) return false;
      if (!("name" in node)) return undefined;
      if (isFederationName(node.name.value)) return false;
      if (isPartOfPath(node)) path.push(node.name.value);
      if (isDescribable(node) && !node.description?.value.trim())
        missing.push(coordinate(path, node));
      return undefined;
    },
    leave(node) {
      if (isPartOfPath(node)) path.pop();
    },
  });
  return missing;
}

function isPartOfPath(node: ASTNode): boolean {
  return isDescribable(node) || node.kind.endsWith("TypeExtension");
}

function isDescribable(node: ASTNode): node is Describable {
  return (
    isTypeDefinitionNode(node) ||
    node.kind === Kind.FIELD_DEFINITION ||
    node.kind === Kind.INPUT_VALUE_DEFINITION ||
    node.kind === Kind.ENUM_VALUE_DEFINITION
  );
}

/** Arguments are `Type.field(argument:)`, everything else is dotted. */
function coordinate(path: readonly string[], node: ASTNode): string {
  if (node.kind !== Kind.INPUT_VALUE_DEFINITION || path.length < 3) return path.join(".");
  return `${path.slice(0, -1).join(".")}(${node.name.value}:)`;
}
