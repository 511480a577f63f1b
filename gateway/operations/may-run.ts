import type { Caller } from "../../subgraphs/kit/caller";
import type { Role } from "../access/roles";
import type { RegisteredOperations } from "./registered-operations";

/** The role that may run only what is registered for its client. */
const restricted: Role = "app";

/** An operation as it was asked for: its text, or else its id; and which of a document's operations. */
export interface WantedOperation {
  readonly text?: unknown;
  readonly id?: unknown;
  readonly operationName?: unknown;
}

/**
 * Whether a caller may run an operation, as far as registration goes: an app those of its client alone, everybody else
 * any. A name that is not the operation's own is no way to it.
 */
export function mayRun(
  { roles, client }: Caller,
  { text, id, operationName }: WantedOperation,
  operations: RegisteredOperations,
): boolean {
  if (!roles.includes(restricted)) return true;
  const registered =
    typeof text === "string"
      ? operations.saidBy(client, text)
      : typeof id === "string" && text === undefined
        ? operations.ofClient(client, id)
        : undefined;
  if (!registered) return false;
  return operationName === undefined || operationName === registered.name;
}
