/** A body that is a GraphQL response as far as the gateway relies on its shape. */
export interface GraphQLResponseBody {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly ReceivedError[];
  readonly extensions?: unknown;
}

/** An error of a response; anything may be in it. */
export interface ReceivedError {
  readonly message?: unknown;
  readonly path?: unknown;
  readonly extensions?: unknown;
}

/** Whether a body is a GraphQL response: data, errors or both, each of the right kind. */
export function isGraphQLResponse(body: unknown): body is GraphQLResponseBody {
  if (!isObject(body)) return false;
  const { data, errors } = body as { readonly data?: unknown; readonly errors?: unknown };
  const hasErrors = Array.isArray(errors) && errors.length > 0 && errors.every(isObject);
  if (errors !== undefined && !hasErrors) return false;
  return hasErrors ? data == null || isObject(data) : isObject(data) || data === null;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
