import { type ConstDirectiveNode, Kind, type ScalarTypeDefinitionNode } from "graphql";
import { isFederationName } from "../federation-directives";
import type { Problem } from "../problem";
import type { SubgraphSdl } from "../subgraph-sdl";
import { UNSPECIFIED_SCALARS } from "../unspecified-scalars";

/**
 * Finds scalars of ours that do not say by `@specifiedBy` where their values are specified, and are not known to be
 * specified nowhere; and those that are, but say so all the same.
 */
export function specifiedScalars(
  subgraphs: readonly SubgraphSdl[],
  unspecified: ReadonlyMap<string, string> = UNSPECIFIED_SCALARS,
): Problem[] {
  return subgraphs.flatMap(({ name, document }) =>
    document.definitions
      .filter((node) => node.kind === Kind.SCALAR_TYPE_DEFINITION)
      .filter((node) => !isFederationName(node.name.value))
      .flatMap((node) =>
        problemWith(addressOf(node), unspecified.has(node.name.value)).map((what) => ({
          check: "specified-scalars",
          where: node.name.value,
          message: `${what} (${name}).`,
        })),
      ),
  );
}

function problemWith(address: string | undefined, isUnspecified: boolean): string[] {
  if (isUnspecified) {
    return address === undefined
      ? []
      : ["has @specifiedBy, and is in schema/unspecified-scalars.ts"];
  }
  if (address === undefined) {
    return [
      "has no @specifiedBy: give it the address of a public specification, or a reason why there is none in schema/unspecified-scalars.ts",
    ];
  }
  return isPublic(address) ? [] : [`is specified by ${address}, which is no https:// address`];
}

function addressOf(node: ScalarTypeDefinitionNode): string | undefined {
  const directive: ConstDirectiveNode | undefined = node.directives?.find(
    (each) => each.name.value === "specifiedBy",
  );
  const value = directive?.arguments?.find(({ name }) => name.value === "url")?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function isPublic(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === "https:";
}
