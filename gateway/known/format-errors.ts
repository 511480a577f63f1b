import type { HTTPGraphQLHead } from "@apollo/server";
import { GraphQLError, type GraphQLFormattedError } from "graphql";

/** Decides what callers see of an error. */
export type FormatError = (
  formatted: GraphQLFormattedError,
  error: unknown,
) => GraphQLFormattedError;

/** What an answer says where an error cannot be formatted, or has no code. */
const internal = "INTERNAL_SERVER_ERROR";

/**
 * Formats errors as Apollo Server does.
 *
 * @param head - takes the status and the headers that errors want in `extensions.http`
 */
export function formatErrors(
  errors: readonly unknown[],
  format: FormatError,
  head: HTTPGraphQLHead,
): GraphQLFormattedError[] {
  return errors.map((error) => {
    try {
      return format(withCode(asGraphQLError(error), head), error);
    } catch {
      return { message: "Internal server error", extensions: { code: internal } };
    }
  });
}

/** Adds a status and headers to those of an answer. */
export function addHead(head: HTTPGraphQLHead, { status, headers }: PartialHead): void {
  if (status !== undefined) head.status = status;
  for (const [name, value] of headers ?? []) head.headers.set(name, value);
}

/** An error that is thrown, as one of GraphQL. */
export function asGraphQLError(thrown: unknown): GraphQLError {
  if (thrown instanceof GraphQLError) return thrown;
  return thrown instanceof Error
    ? new GraphQLError(thrown.message, { originalError: thrown })
    : new GraphQLError(`Unexpected error value: ${String(thrown)}`);
}

interface PartialHead {
  readonly status?: number | undefined;
  readonly headers?: ReadonlyMap<string, string>;
}

function withCode(error: GraphQLError, head: HTTPGraphQLHead): GraphQLFormattedError {
  const { http, ...others } = error.extensions;
  const extensions = { ...others, code: others["code"] ?? internal };
  if (!isPartialHead(http)) {
    return {
      ...error.toJSON(),
      extensions: http === undefined ? extensions : { ...extensions, http },
    };
  }
  addHead(head, http);
  return { ...error.toJSON(), extensions };
}

function isPartialHead(value: unknown): value is PartialHead {
  return (
    typeof value === "object" &&
    value !== null &&
    (!("status" in value) || typeof value.status === "number") &&
    (!("headers" in value) || value.headers instanceof Map)
  );
}
