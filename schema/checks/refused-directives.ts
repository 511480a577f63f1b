import { type ASTNode, Kind, visit } from "graphql";
import { isFederationDirective } from "../federation-directives";
import type { Problem } from "../problem";
import type { SubgraphSdl } from "../subgraph-sdl";

const REFUSED: ReadonlyMap<string, string> = new Map([
  ["interfaceObject", "the gateway answers queries through it wrongly"],
  ["authenticated", "the gateway refuses to start on it"],
  ["requiresScopes", "the gateway refuses to start on it"],
  ["policy", "the gateway refuses to start on it"],
  ["defer", "the gateway does not support it"],
  ["stream", "the gateway does not support it"],
]);

/** Finds directives the gateway refuses, ignores or answers wrongly, applied or renamed. */
export function refusedDirectives(subgraphs: readonly SubgraphSdl[]): Problem[] {
  return subgraphs.flatMap(({ name, document }) => {
    const problems: Problem[] = [];
    const report = (directive: string, reason: string): void => {
      problems.push({
        check: "refused-directives",
        where: name,
        message: `${directive}: ${reason}.`,
      });
    };
    visit(document, {
      enter(node, _key, _parent, _path, ancestors) {
        for (const [refused, reason] of REFUSED) {
          if (names(node, refused)) report(`@${refused}${placeOf(ancestors)}`, reason);
        }
        if (isRename(node)) report("@link with `as`", "these checks know directives by name");
      },
    });
    return problems;
  });
}

/** An executable directive is not applied in SDL, so defining it is what offers it. */
function names(node: ASTNode, refused: string): boolean {
  if (node.kind === Kind.DIRECTIVE) return isFederationDirective(node, refused);
  const isExecutable = refused === "defer" || refused === "stream";
  return isExecutable && node.kind === Kind.DIRECTIVE_DEFINITION && node.name.value === refused;
}

/** `@link(…, as: "fed")` or `import: [{ name: "@key", as: "@id" }]` would hide directives. */
function isRename(node: ASTNode): boolean {
  if (node.kind === Kind.DIRECTIVE && node.name.value === "link") {
    return (node.arguments ?? []).some(({ name }) => name.value === "as");
  }
  return (
    node.kind === Kind.OBJECT &&
    node.fields.some(({ name }) => name.value === "as") &&
    node.fields.some(({ name, value }) => name.value === "name" && value.kind === Kind.STRING)
  );
}

function placeOf(ancestors: readonly (ASTNode | readonly ASTNode[])[]): string {
  const named = ancestors.flatMap((node) => ("name" in node ? [node.name.value] : []));
  return named.length > 0 ? ` on ${named.join(".")}` : "";
}
