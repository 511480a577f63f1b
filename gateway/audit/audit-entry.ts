import { hashOfText } from "../../subgraphs/kit/hash-of-text";

/** One read of personal data, or one change, as the audit log keeps it. The database adds the time. */
export interface AuditEntry {
  /** Names the entry, so that one which is sent again because its answer was lost is recorded once. */
  readonly id: string;
  /**
   * The request, never the same twice. It is also in the logs of every process and in the change records of subgraphs.
   */
  readonly requestId: string;
  /** The caller's own id of the request; a caller can use the same for several. */
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
  /** The day in force where no `asOf` was given: the header's, or that of the request. */
  readonly asOf: string;
  readonly operation: AuditedOperation;
  /** Whose data the answer holds, as `official:12`. */
  readonly persons: readonly string[];
  /**
   * What was counted of persons who are not named, because they are too many or counted by statistics, as
   * `Official 1931`.
   */
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
   * The values of the variables that the operation declares, as JSON. For a read they are kept, because they show who
   * was searched for. For a change only their hash is kept: the subgraph has a record of what was written.
   */
  readonly variables: string;
}

/**
 * The one text of an entry, version 3: JSON with its keys in this order, lists sorted and without repetition, absent
 * values left out. The log stores and hashes this text. Version 1 had no `asOf`, version 2 no `counted` and no
 * `clientRequestId`: the caller's own was `requestId`.
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
  return hashOfText(text);
}
