import { readFile } from "node:fs/promises";
import { Source } from "graphql";
import {
  type GuardedSchema,
  type OperationAccess,
  operationAccess,
} from "../../subgraphs/kit/access/operation-access";
import { closedToAll } from "./needed-scopes";
import type { RegisteredOperation } from "./manifest";
import { checkDocument } from "./operation-document";
import { operationId } from "./operation-id";
import { readPublicText } from "./read-public-text";

/** An operation as a file gives it, and what it needs of its caller. */
export interface OperationFile {
  readonly operation: Omit<RegisteredOperation, "clientName">;
  readonly access: OperationAccess;
}

/** An operation that was read from a file, or every reason why it cannot be registered. */
export type ReadDocument =
  | { readonly read: OperationFile; readonly problems: readonly [] }
  | { readonly read?: never; readonly problems: readonly string[] };

/** Where a document is, and what it is for. */
export interface DocumentFile {
  readonly name: string;
  readonly file: string;
  readonly isPublic: boolean;
}

const reasons: ReadonlyMap<unknown, string> = new Map([
  ["ENOENT", "there is none"],
  ["EISDIR", "it is a folder"],
  ["ERR_ENCODING_INVALID_ENCODED_DATA", "it is not UTF-8"],
]);

/**
 * Reads a file with one operation. Its body is the text as it stands, without the white space around it.
 *
 * @param document - `name` is what it is called in problems; with `isPublic`, everybody can ask it at an address, and what
 *   people are told of it is in a JSON file beside it
 */
export async function readDocument(
  { name, file, isPublic }: DocumentFile,
  guarded: GuardedSchema,
): Promise<ReadDocument> {
  let text: string;
  try {
    // A byte that is not UTF-8 would be replaced without notice, and the text differ from what the client sends.
    text = new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file));
  } catch (error) {
    const code: unknown = typeof error === "object" && error && Reflect.get(error, "code");
    const why = reasons.get(code) ?? String(error);
    return { problems: [`${name}:1:1: The file cannot be read: ${why}.`] };
  }
  const { operation, problems } = checkDocument(new Source(text, name), guarded.schema);
  if (!operation) return { problems };
  const { document, definition, ...named } = operation;
  const access = operationAccess(guarded, document, definition);
  const closed = closedToAll(access.needs);
  if (closed.length > 0) {
    return { problems: [`${name}:1:1: Nobody may use ${closed.join(", ")}.`] };
  }
  const body = text.trim();
  const told = isPublic ? await readPublicText(name, file) : undefined;
  if (told && !told.public) return { problems: told.problems };
  const registered = { id: operationId(body), ...named, body };
  return {
    read: { operation: told ? { ...registered, public: told.public } : registered, access },
    problems: [],
  };
}
