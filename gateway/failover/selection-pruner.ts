import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  type InlineFragmentNode,
  isCompositeType,
  isListType,
  isRequiredArgument,
  isUnionType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { SubgraphSchema } from "../supergraph/subgraph-schema";
import { type AnswerPath, fieldPath, topOfAnswer } from "./answer-path";

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/** Walks one operation, keeping what a subgraph can answer and noting what it cannot. */
export class SelectionPruner {
  /** Where something was left out. */
  readonly lost: AnswerPath[] = [];
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    document: DocumentNode,
    private readonly target: SubgraphSchema,
  ) {
    const fragments = document.definitions.filter(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION,
    );
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  /** The selections that are left; fragment spreads become inline fragments. */
  prune(
    { selections }: SelectionSetNode,
    parent: GraphQLCompositeType,
    path: AnswerPath = topOfAnswer,
  ): SelectionNode[] {
    return selections.flatMap((selection): SelectionNode[] => {
      switch (selection.kind) {
        case Kind.FIELD:
          return this.field(selection, parent, path);
        case Kind.INLINE_FRAGMENT:
          return this.fragment(selection, parent, path);
        case Kind.FRAGMENT_SPREAD: {
          const fragment = this.fragments.get(selection.name.value);
          const { directives = [] } = selection;
          return fragment
            ? this.fragment({ ...fragment, kind: Kind.INLINE_FRAGMENT, directives }, parent, path)
            : [];
        }
      }
    });
  }

  private field(node: FieldNode, parent: GraphQLCompositeType, path: AnswerPath): SelectionNode[] {
    if (node.name.value === "__typename") return [node];
    const field = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
    const name = (node.alias ?? node.name).value;
    if (!field || !this.answers(node, field, parent)) {
      this.lost.push(fieldPath(path, name));
      return [];
    }
    const type = getNamedType(field.type);
    if (!isCompositeType(type) || !node.selectionSet) return [node];
    if (field.name === "_entities") return this.entities(node, node.selectionSet, type);
    const below = fieldPath(path, name, isListType(getNullableType(field.type)));
    const selections = this.prune(node.selectionSet, type, below);
    return [withSelections(node, selections.length > 0 ? selections : [typename])];
  }

  private answers(
    node: FieldNode,
    field: GraphQLField<unknown, unknown>,
    parent: GraphQLCompositeType,
  ): boolean {
    const given = new Set(node.arguments?.map(({ name }) => name.value));
    const known = new Set(field.args.map(({ name }) => name));
    return (
      !this.target.dependentFields.has(`${parent.name}.${field.name}`) &&
      [...given].every((name) => known.has(name)) &&
      field.args.every((argument) => given.has(argument.name) || !isRequiredArgument(argument))
    );
  }

  /** Entities are asked for only if more is left of them than their type and keys, which the caller knows. */
  private entities(
    node: FieldNode,
    selectionSet: SelectionSetNode,
    union: GraphQLCompositeType,
  ): SelectionNode[] {
    const selections = this.prune(selectionSet, union).filter(
      (selection) => selection.kind === Kind.INLINE_FRAGMENT && this.addsToEntity(selection),
    );
    return selections.length > 0 ? [withSelections(node, selections)] : [];
  }

  private addsToEntity({ typeCondition, selectionSet }: InlineFragmentNode): boolean {
    const keys = this.target.keys.get(typeCondition?.name.value ?? "") ?? [];
    const known = new Set(["__typename", ...keys.flatMap((key) => [...key])]);
    return (
      keys.length > 0 &&
      selectionSet.selections.some(
        (selection) => selection.kind !== Kind.FIELD || !known.has(selection.name.value),
      )
    );
  }

  private fragment(
    node: InlineFragmentNode,
    parent: GraphQLCompositeType,
    path: AnswerPath,
  ): SelectionNode[] {
    const condition = node.typeCondition?.name.value;
    const type = condition === undefined ? parent : this.target.schema.getType(condition);
    if (!isCompositeType(type)) {
      this.lost.push(path);
      return [];
    }
    const selections = this.prune(node.selectionSet, type, path);
    return selections.length > 0 ? [withSelections(node, selections)] : [];
  }
}

function withSelections<Node extends FieldNode | InlineFragmentNode>(
  node: Node,
  selections: readonly SelectionNode[],
): Node {
  return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}
