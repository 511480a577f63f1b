import { createHash } from "node:crypto";

/** One look at personal data, or one change, as the audit log keeps it. When it was is the database's to say. */
export interface AuditEntry {
  /** Tells two entries apart where one was sent again because its answer was lost. */
  readonly id: string;
  /** The request, never the same twice; logs of every process and the change records of subgraphs carry it too. */
  readonly requestId: string;
  /** What the caller calls the request; callers may say the same of several. */
  readonly clientRequestId?: string | undefined;
  readonly kind: "read" | "change";
  readonly subject: string;
  readonly roles: readonly string[];
  readonly client?: string | undefined;
  /** Whom an application says it acts for. */
  readonly actor?: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  /** What the caller said it asks for. */
  readonly purpose?: string | undefined;
  /** The day that was in force where an `asOf` was not given: the header's, or that of the request. */
  readonly asOf: string;
  readonly operation: AuditedOperation;
  /** Whose data the answer holds, as `official:12`. */
  readonly persons: readonly string[];
  /** What was counted of persons who are not named, too many or by statistics, as `Official 1931`. */
  readonly counted?: readonly string[];
  /** The personal fields that were selected, as `Official.name`. */
  readonly fields: readonly string[];
  /** The codes of the errors in the answer. */
  readonly errors: readonly string[];
}

/** What was asked. */
export interface AuditedOperation {
  readonly type: "query" | "mutation";
  readonly name?: string | undefined;
  /** The document as it was sent. */
  readonly document: string;
  /**
   * The values of the variables that the operation declares, as JSON. Of a read they are kept, because they say who was
   * looked for; of a change only their hash, because they are what is written, of which the subgraph keeps a record.
   */
  readonly variables: string;
}

/**
 * The one text of an entry, version 3: JSON with its keys in this order, lists sorted and without repetition, absent
 * values left out. It is what the log stores and hashes. Version 1 had no `asOf`, version 2 no
 * `counted` and no `clientRequestId`: the caller's own was `requestId`.
 */
export function auditEntryText(entry: AuditEntry): string {
  const { type, name, document, variables } = entry.operation;
  return JSON.stringify({
    version: 3,
    id: entry.id,
    requestId: entry.requestId,
    clientRequestId: entry.clientRequestId,
    kind: entry.kind,
    subject: entry.subject,
    roles: sorted(entry.roles),
    client: entry.client,
    actor: entry.actor,
    attributes: Object.fromEntries(
      sorted(Object.keys(entry.attributes)).map((key) => [key, entry.attributes[key]]),
    ),
    purpose: entry.purpose,
    asOf: entry.asOf,
    operation: {
      type,
      name,
      documentSha256: sha256(document),
      document,
      variablesSha256: sha256(variables),
      ...(entry.kind === "read" && { variables }),
    },
    persons: sorted(entry.persons),
    counted: entry.counted?.length ? sorted(entry.counted) : undefined,
    fields: sorted(entry.fields),
    errors: sorted(entry.errors),
  });
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
