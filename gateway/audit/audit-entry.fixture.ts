import { randomUUID } from "node:crypto";
import type { AuditEntry } from "./audit-entry";

/** An entry of a read, as tests append it. */
export function readOf(person: string, changes: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: randomUUID(),
    requestId: randomUUID(),
    kind: "read",
    subject: "officer-1",
    roles: ["dispatch-officer"],
    attributes: {},
    purpose: "a test",
    asOf: "2024-03-31",
    operation: { type: "query", document: "{ officials { nodes { name } } }", variables: "{}" },
    persons: [person],
    fields: ["Official.name"],
    errors: [],
    ...changes,
  };
}
