import { ApiError } from "../../subgraphs/kit/errors";
import type { AuditEntry } from "./audit-entry";

/** Where an entry stands in the log. Kept elsewhere, it is a checkpoint: nothing up to it can be changed unnoticed. */
export interface AuditReceipt {
  /** 1 for the first entry. */
  readonly seq: number;
  /** SHA-256 over this entry and all before it, 64 hexadecimal digits. */
  readonly hash: string;
}

/** Where reads of personal data and changes are recorded. */
export interface AuditLog {
  /**
   * Appends an entry and settles once it is on disk.
   * @throws ApiError AUDIT_UNAVAILABLE after 5 s at most; the entry may then be in the log or not
   */
  append(entry: AuditEntry): Promise<AuditReceipt>;
  /**
   * Finds out whether an entry could be appended now.
   * @throws ApiError AUDIT_UNAVAILABLE
   */
  check(): Promise<void>;
  /** Finishes what was begun and lets go of the database. */
  close(): Promise<void>;
}

/** What a caller is told where the log cannot be written. */
export function auditUnavailable(consequence: string): ApiError {
  return new ApiError(
    "AUDIT_UNAVAILABLE",
    `The audit log cannot be written; ${consequence}`,
    auditUnavailableStatus,
  );
}

/** The HTTP status of an answer that was refused because it could not be recorded. */
export const auditUnavailableStatus = 503;
