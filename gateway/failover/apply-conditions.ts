import {
  type ASTNode,
  type ConstValueNode,
  type DirectiveNode,
  type DocumentNode,
  Kind,
  type ValueNode,
  visit,
} from "graphql";

/** The values a caller gave for an operation's variables. */
export type VariableValues = Readonly<Record<string, unknown>>;

/** An operation without what its `@skip` and `@include` leave out: not having it is no loss. */
export function applyConditions(document: DocumentNode, variables: VariableValues): DocumentNode {
  const defaults = new Map<string, ConstValueNode | undefined>();
  const leavesOut = ({ name, arguments: [condition] = [] }: DirectiveNode) => {
    if (!condition) return false;
    if (name.value === "skip") return isTrue(condition.value);
    return name.value === "include" && !isTrue(condition.value);
  };
  const isTrue = (value: ValueNode): boolean => {
    if (value.kind !== Kind.VARIABLE) return value.kind === Kind.BOOLEAN && value.value;
    const given = variables[value.name.value];
    const fallback = defaults.get(value.name.value);
    return given === undefined ? fallback !== undefined && isTrue(fallback) : given === true;
  };
  return visit(document, {
    enter(node: ASTNode): null | undefined {
      if (node.kind === Kind.VARIABLE_DEFINITION) {
        defaults.set(node.variable.name.value, node.defaultValue);
      }
      const isSelection =
        node.kind === Kind.FIELD ||
        node.kind === Kind.INLINE_FRAGMENT ||
        node.kind === Kind.FRAGMENT_SPREAD;
      return isSelection && node.directives?.some(leavesOut) ? null : undefined;
    },
  });
}

/** What of the variables can decide {@link applyConditions}, as a key to remember its result by. */
export function conditionsKey(variables: VariableValues): string {
  return JSON.stringify(
    Object.entries(variables).filter(([, value]) => typeof value === "boolean"),
  );
}
