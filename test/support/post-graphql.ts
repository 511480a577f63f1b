import type { GraphQLFormattedError } from "graphql";
import type { TestHeaders } from "./identity";

/** A GraphQL answer over HTTP. */
export interface GraphqlAnswer<Data> {
  readonly status: number;
  readonly headers: Headers;
  /** Throws, with the whole response, where there is none. */
  readonly data: Data;
  readonly errors: readonly GraphQLFormattedError[];
  readonly extensions: Readonly<Record<string, unknown>>;
  /** The body as it came. */
  readonly text: string;
  /** Whether it is the answer of an operation that was run, in whole or in part. */
  readonly ran: boolean;
}

/**
 * Posts a query to `<url>/graphql`. A failing assertion on `data` shows query, variables and response.
 *
 * @param headers - or what makes them of the body
 * @param signal - aborts when the caller waits no longer
 */
export async function postGraphql<Data>(
  url: string,
  query: string,
  variables: object = {},
  headers: TestHeaders | ((body: string) => Promise<TestHeaders>) = {},
  signal?: AbortSignal,
): Promise<GraphqlAnswer<Data>> {
  const sent = JSON.stringify({ query, variables });
  const given = typeof headers === "function" ? await headers(sent) : headers;
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: sentHeaders({ "content-type": "application/json", ...given }),
    body: sent,
    ...(signal && { signal }),
  });
  const text = await response.text();
  const body = JSON.parse(text) as {
    data?: Data | null;
    errors?: readonly GraphQLFormattedError[];
    extensions?: Readonly<Record<string, unknown>>;
  };
  return {
    status: response.status,
    headers: response.headers,
    errors: body.errors ?? [],
    extensions: body.extensions ?? {},
    text,
    ran: "data" in body,
    get data(): Data {
      if (body.data) return body.data;
      throw new Error(
        `No data. ${JSON.stringify({ query, variables, status: response.status, body }, null, 2)}`,
      );
    },
  };
}

/** The headers that are sent: those with a value. */
export function sentHeaders(headers: TestHeaders): Record<string, string> {
  const given = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(given);
}
