import type { GivenCitation } from "../shared/citation/citation";

/** What the graph answers. */
export interface GraphAnswer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { code?: string };
  }[];
  readonly extensions?: {
    readonly cost?: { estimated: number; actual?: number; limit: number };
    readonly dataset?: string;
    readonly asOf?: string;
    readonly citation?: GivenCitation;
  };
}

/**
 * Asks the graph of this page, with these headers and no cookies.
 *
 * @throws Error where the answer is not JSON
 */
export async function postGraphql(
  asked: object,
  headers: Readonly<Record<string, string>>,
): Promise<GraphAnswer> {
  const response = await fetch("/graphql", {
    method: "POST",
    credentials: "omit",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(asked),
  });
  const text = await response.text();
  try {
    return JSON.parse(text) as GraphAnswer;
  } catch {
    throw new Error(`${response.status} ${response.statusText}: ${text.slice(0, 200)}`);
  }
}
