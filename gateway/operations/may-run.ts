import type { Caller } from "../../subgraphs/kit/caller";
import type { Role } from "../access/roles";
import type { RegisteredOperations } from "./registered-operations";

/** The role that is permitted to run only what is registered for its client. */
const restricted: Role = "app";

/** An operation as it was asked for: its text, or its id; and the name of the operation in its document. */
export interface WantedOperation {
  readonly text?: unknown;
  readonly id?: unknown;
  readonly operationName?: unknown;
}

/**
 * True if registration permits a caller to run an operation: an app runs only those of its client, everybody else any.
 * The operation's own name is required.
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
