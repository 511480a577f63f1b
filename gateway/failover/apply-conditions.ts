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

/** An operation without what its `@skip` and `@include` leave out. */
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

/** The variables that decide {@link applyConditions}. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: [condition] = [] }) => {
      const isCondition = name.value === "skip" || name.value === "include";
      if (isCondition && condition?.value.kind === Kind.VARIABLE) {
        names.add(condition.value.name.value);
      }
    },
  });
  return [...names];
}

/** How the given variables decide, as a key to remember the result of {@link applyConditions} by: one character each. */
export function conditionsKey(names: readonly string[], variables: VariableValues): string {
  return names
    .map((name) => (variables[name] === undefined ? "-" : variables[name] === true ? "1" : "0"))
    .join("");
}
