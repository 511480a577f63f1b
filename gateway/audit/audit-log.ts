import { ApiError } from "../../subgraphs/kit/errors";
import type { AuditEntry } from "./audit-entry";

/** The place of an entry in the log. Kept elsewhere it is a checkpoint: no change up to it goes unnoticed. */
export interface AuditReceipt {
  /** 1 for the first entry. */
  readonly seq: number;
  /** SHA-256 over this entry and all before it, 64 hexadecimal digits. */
  readonly hash: string;
}

/** Where reads of personal data and changes are recorded. */
export interface AuditLog {
  /**
   * Appends an entry and resolves once it is on disk.
   * @throws ApiError AUDIT_UNAVAILABLE after 5 s at most; the entry may then be in the log or not
   */
  append(entry: AuditEntry): Promise<AuditReceipt>;
  /**
   * Checks that an entry could be appended now.
   * @throws ApiError AUDIT_UNAVAILABLE
   */
  check(): Promise<void>;
  /** Finishes what was begun and lets go of the database. */
  close(): Promise<void>;
}

/** The error a caller gets if the log cannot be written. */
export function auditUnavailable(consequence: string): ApiError {
  return new ApiError(
    "AUDIT_UNAVAILABLE",
    `The audit log cannot be written; ${consequence}`,
    auditUnavailableStatus,
  );
}

/** The HTTP status of an answer that was refused because it could not be recorded. */
export const auditUnavailableStatus = 503;
