import { type ConstDirectiveNode, type DirectiveNode, Kind } from "graphql";

/** Any definition that may carry directives. */
export interface WithDirectives {
  readonly directives?: readonly ConstDirectiveNode[];
}

/** Whether a directive is the federation directive `name`, imported or under its full name. */
export function isFederationDirective(
  directive: Pick<DirectiveNode, "name">,
  name: string,
): boolean {
  return directive.name.value === name || directive.name.value === `federation__${name}`;
}

/** The uses of one federation directive on a definition. */
export function federationDirectives(
  node: WithDirectives,
  name: string,
): readonly ConstDirectiveNode[] {
  return (node.directives ?? []).filter((directive) => isFederationDirective(directive, name));
}

/** The `fields` argument of `@key`, `@requires` or `@provides`, on one line. */
export function fieldSetOf(directive: ConstDirectiveNode): string {
  const value = directive.arguments?.find(({ name }) => name.value === "fields")?.value;
  return value?.kind === Kind.STRING ? value.value.trim().replaceAll(/[\s,]+/g, " ") : "";
}

/** Whether a `@key` says that this subgraph only refers to the entity and cannot resolve it. */
export function isUnresolvable(key: ConstDirectiveNode): boolean {
  const value = key.arguments?.find(({ name }) => name.value === "resolvable")?.value;
  return value?.kind === Kind.BOOLEAN && !value.value;
}

/** Names that federation and its linked specifications put into a schema; none are ours. */
export function isFederationName(name: string): boolean {
  return /^(_|(link|federation|join|core)__)/.test(name) || name === "FieldSet";
}
