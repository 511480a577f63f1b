import { getNamedType, isRequiredArgument, Kind, parse, print } from "graphql";
import type { AccessPolicies } from "../../../../subgraphs/kit/access/access-policy";
import { type Example, examples } from "../../explorer/shared/examples";
import type { Operation } from "../model/reference";
import { hasFields } from "./has-fields";
import { sampleArguments, sampleFirst, sampleId } from "./sample-arguments";
import { sampleInput } from "./sample-input";
import { selectionOf } from "./selection";

/** An operation that shows how a query or a change is asked for. */
export interface OperationExample {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The day it is about, where that is not today. */
  readonly asOf?: string;
  /** Whether it has to be given an id before it finds anything. */
  readonly needsId: boolean;
}

/**
 * An example of a query, which runs as it stands: one of the explorer's where it has one, else one with the fields that are
 * looked for first. An example of a change has the form of its input, and is not meant to be run.
 */
export function operationExample(
  { root, field }: Operation,
  policies: AccessPolicies,
): OperationExample {
  const known = root === "Query" ? explorersExample(field.name) : undefined;
  if (known) {
    const { query, variables = {}, asOf } = known;
    return {
      query: withoutComments(query),
      variables,
      needsId: false,
      ...(asOf !== undefined && { asOf }),
    };
  }
  const type = getNamedType(field.type);
  const selection = hasFields(type) ? selectionOf(type, policies) : "";
  const name = `${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}`;
  if (root === "Mutation") {
    const required = field.args.filter(isRequiredArgument);
    const given = required.map((argument) => `$${argument.name}: ${String(argument.type)}`);
    const passed = required.map((argument) => `${argument.name}: $${argument.name}`);
    return {
      query: printed(
        `mutation ${name}${listed(given)} { ${field.name}${listed(passed)} ${selection} }`,
      ),
      variables: Object.fromEntries(
        required.map((argument) => [argument.name, sampleInput(argument.type)]),
      ),
      needsId: false,
    };
  }
  const passed = field.args.flatMap((argument) => {
    const value = sampleArguments[`Query.${field.name}(${argument.name}:)`];
    if (value !== undefined) return [`${argument.name}: ${value}`];
    if (argument.name === "first") return [`first: ${sampleFirst}`];
    return isRequiredArgument(argument) ? [`${argument.name}: "${sampleId}"`] : [];
  });
  const query = printed(`query ${name} { ${field.name}${listed(passed)} ${selection} }`);
  return { query, variables: {}, needsId: query.includes(`"${sampleId}"`) };
}

function listed(parts: readonly string[]): string {
  return parts.length > 0 ? `(${parts.join(", ")})` : "";
}

function printed(document: string): string {
  return print(parse(document));
}

/** Comments of examples are about the explorer. */
function withoutComments(query: string): string {
  return query.replaceAll(/^#.*\n/gm, "").trim();
}

/** The explorer's first example of this query alone. */
function explorersExample(field: string): Example | undefined {
  return examples.find(({ query }) => {
    const [operation, ...more] = parse(query).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION || more.length > 0) return false;
    const [asked, ...others] = operation.selectionSet.selections;
    return others.length === 0 && asked?.kind === Kind.FIELD && asked.name.value === field;
  });
}
