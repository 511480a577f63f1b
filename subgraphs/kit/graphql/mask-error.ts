import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { hadNoConnection } from "../no-connection";
import { ApiError, isErrorCode, shortened } from "../errors";
import { currentRequest } from "../request-scope";
import { visiblyWritten } from "../visibly-written";

/**
 * Makes `formatError` for an Apollo Server: errors with a known code keep message, path and code; a statement without a
 * connection is `SERVICE_BUSY`; everything else is logged in full under the request id and reaches the caller as
 * `INTERNAL_SERVER_ERROR`.
 */
export function maskError(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = codeOf(error) ?? formatted.extensions?.["code"];
    if (isErrorCode(code) && code !== "INTERNAL_SERVER_ERROR") {
      // Of the extensions only these leave; stack traces, addresses and driver details stay here.
      const subgraph = formatted.extensions?.["subgraph"];
      const extensions = { code, ...(typeof subgraph === "string" && { subgraph }) };
      return { ...formatted, message: repeated(formatted.message), extensions };
    }
    if (isRefusedCharacter(error)) {
      return {
        ...formatted,
        message: "Expected text without the character U+0000, received one that has it.",
        extensions: { code: "BAD_USER_INPUT" },
      };
    }
    const err = unwrapResolverError(error);
    const requestId = currentRequest()?.requestId ?? "unknown";
    const about = { err, requestId, path: formatted.path };
    const place = {
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
    };
    if (hadNoConnection(err)) {
      logger.warn(about, "no database connection was free in time");
      return { message: busy, ...place, extensions: { code: "SERVICE_BUSY" } };
    }
    logger.error(about, "unexpected error");
    return {
      message: `Something went wrong on our side. Report it with request id ${requestId}.`,
      ...place,
      extensions: { code: "INTERNAL_SERVER_ERROR" },
    };
  };
}

/** A change may have been made before its answer had to be read. */
const busy =
  "Too many ask at once: the database had no connection free in time. Send it again in a few seconds, a change with the same idempotencyKey.";

/** The library's messages repeat names and numbers of a query, which can be as long as the query. */
const longestMessage = 1_000;

function repeated(message: string): string {
  return visiblyWritten(shortened(message, longestMessage));
}

/** The code of our own error where the library wrapped it, as it does with what a scalar says of an argument. */
function codeOf(error: unknown): unknown {
  const original = error instanceof GraphQLError ? error.originalError : undefined;
  return original instanceof ApiError ? original.extensions["code"] : undefined;
}

/** PostgreSQL's SQLSTATE for a text it cannot hold: `character_not_in_repertoire`, which JSON strings can carry. */
const characterNotInRepertoire = "22021";

function isRefusedCharacter(error: unknown): boolean {
  const original = unwrapResolverError(error);
  return (
    original instanceof Error && "code" in original && original.code === characterNotInRepertoire
  );
}
