import { QueryFailedError } from "typeorm";

/** What PostgreSQL says of an error besides its message. */
export interface DatabaseError {
  /** The SQLSTATE. */
  readonly code?: string;
  /** The constraint that was violated. */
  readonly constraint?: string;
}

/** What PostgreSQL said of an error; empty where it was not PostgreSQL's. */
export function databaseError(error: unknown): DatabaseError {
  return error instanceof QueryFailedError ? (error.driverError as DatabaseError) : {};
}

/** Whether a transaction gave way to others and may be tried again: serialization_failure, deadlock_detected. */
export function gaveWay(error: unknown): boolean {
  return ["40001", "40P01"].includes(databaseError(error).code ?? "");
}

/**
 * Whether a transaction waited too long for others: lock_not_available, query_canceled,
 * idle_in_transaction_session_timeout, transaction_timeout.
 */
export function waitedTooLong(error: unknown): boolean {
  return ["55P03", "57014", "25P03", "25P04"].includes(databaseError(error).code ?? "");
}
