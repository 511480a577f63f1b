import type { TestHeaders } from "./identity";
import type { GraphqlAnswer } from "./post-graphql";

/** A refusal as a payload shows it. */
export interface ShownRefusal {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/** What a test keeps of a node to change it later. */
export interface MadeNode {
  readonly id: string;
  readonly version: number;
}

/** Anything that answers GraphQL. */
export interface Executor {
  execute<Data>(
    query: string,
    variables?: object,
    headers?: TestHeaders,
  ): Promise<GraphqlAnswer<Data>>;
}

/** What a mutation answered. */
export interface MutationAnswer<Node> {
  readonly node: Node | null;
  readonly refusals: readonly ShownRefusal[];
  /** `extensions.code` of each GraphQL error. */
  readonly errorCodes: readonly unknown[];
}

/**
 * Sends one mutation, whose input type is named after it.
 *
 * @param selection - the field of the payload that holds the node, with what to select of it: `dispatch { id }`
 */
export async function mutate<Node = MadeNode>(
  graph: Executor,
  name: string,
  input: object,
  selection: string,
): Promise<MutationAnswer<Node>> {
  const inputType = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const field = selection.split(/\W/)[0] ?? "";
  const { data, errors } = await graph.execute<
    Record<string, Record<string, unknown> | null> | null | undefined
  >(
    `mutation ($input: ${inputType}!) { ${name}(input: $input) { ${selection} userErrors { code message path } } }`,
    { input },
  );
  const payload = data?.[name];
  return {
    node: (payload?.[field] ?? null) as Node | null,
    refusals: (payload?.["userErrors"] ?? []) as ShownRefusal[],
    errorCodes: errors.map(({ extensions }) => extensions?.["code"]),
  };
}

/** The codes with which a mutation is refused; empty where it is made. */
export async function refusalCodes(...mutation: Parameters<typeof mutate>): Promise<string[]> {
  const { refusals } = await mutate(...mutation);
  return refusals.map(({ code }) => code);
}

/**
 * Sends a mutation that must be made, and gives the node.
 * @throws Error with everything it answered where it was not made
 */
export async function made<Node = MadeNode>(
  graph: Executor,
  name: string,
  input: object,
  selection: string,
): Promise<Node> {
  const answer = await mutate<Node>(graph, name, input, selection);
  if (answer.node === null) throw new Error(`${name} was not made: ${JSON.stringify(answer)}`);
  return answer.node;
}
