import { type ASTNode, GraphQLError } from "graphql";

export { shortened, shown } from "./shown";

/**
 * Every code a caller can meet in `extensions.code`, and what it means. Closed: a new code is added here,
 * and the README's table is generated from it.
 */
export const errorCodes = {
  ADDRESS_NOT_FOUND:
    "There is no such address below `/q`, or not with this ending. `/q` lists those that there are.",
  AUDIT_UNAVAILABLE:
    "The audit log cannot be written, so nothing that has to be recorded is answered or done.",
  BAD_REQUEST:
    "The HTTP request is not a GraphQL request: unreadable body, missing query, wrong content type.",
  BAD_USER_INPUT:
    "A variable does not fit its type, is null where an argument or an input takes no null, or a value is larger than any input is: a list of over 1,000 elements, a text of over 10,000 characters, variables of over 10,000 values or 250,000 characters in all.",
  CITATION_NOT_FOUND: "No answer is kept under this id.",
  CITATION_TOO_LARGE:
    "An answer, with its question, is longer than what is kept of a cited one. Ask for less, or without a citation.",
  CITATION_UNAVAILABLE:
    "Cited answers can be neither kept nor shown now. An answer that was to be cited is refused: send it again later, or without asking for a citation.",
  CITATIONS_FULL:
    "As much as a day, or the disk, allows has been kept of cited answers. Send it again tomorrow, or without asking for a citation.",
  CONCURRENT_CHANGE:
    "Others were changing the same records for too long; nothing was written. Send it again.",
  CONTRADICTORY_DATES: "Statistics as of a day and by fiscal years at once.",
  CONTRADICTORY_NUMBERS:
    "Tables to be published contradict the last release, or each other: no records can have all these numbers. The message names the first row that does, and what could stand there.",
  CONTRADICTORY_PAGE: "Changes asked for with both `latest` and `after`.",
  DOCUMENT_TOO_LONG:
    "A document with more tokens, aliases or directives than the caller's budget allows, of over 200,000 characters, or with a name of over 100.",
  FORBIDDEN:
    "The caller is not permitted to see or use what was asked: its role does not allow it, or it sent no token. The message says which of the two, and names the first few places.",
  GRAPHQL_PARSE_FAILED: "The query is not GraphQL.",
  GRAPHQL_VALIDATION_FAILED: "The query does not fit the schema.",
  IDEMPOTENCY_KEY_REUSED:
    "The `idempotencyKey` stands for another mutation or another input; nothing was written.",
  IDENTITY_UNAVAILABLE:
    "The keys that tokens are verified with cannot be fetched. Send it again later.",
  INTERNAL_SERVER_ERROR:
    "A failure of the graph. The message gives the request id to report, and nothing else.",
  INTROSPECTION_REFUSED: "The caller's role is not permitted to ask for the schema.",
  INVALID_ACTOR:
    "The header `x-actor` is not of an application, or not a text of 1–200 characters that can be seen, one letter or digit among them, percent-encoded where it is not ASCII.",
  INVALID_ASSERTION:
    "A subgraph was asked without the gateway's signature for this very request. Ask the gateway.",
  INVALID_COUNTRY_CODE: "Not two capital letters as in ISO 3166-1 alpha-2.",
  INVALID_CURSOR:
    "Not a cursor of this list with this ordering for such a caller, or one whose key is retired.",
  INVALID_DATE:
    "Not a calendar date written YYYY-MM-DD, in an argument or in the header `Graph-As-Of`.",
  INVALID_DATE_TIME: "Not an instant written as in RFC 3339, with its offset.",
  INVALID_FIGURE_ID:
    "Not an id of a published figure: lower-case letters and digits in parts with hyphens between.",
  INVALID_FILTER: "A filter that cannot be answered as given.",
  INVALID_FISCAL_YEAR: "A fiscal year, or a range of them, outside what the graph covers.",
  INVALID_FORMAT:
    "A format that there is not, or one that cannot hold the answer: several tables in a format for one, no table, or a text or a table that is too long for Excel. The message names the formats, the tables or the place.",
  INVALID_GROUPING:
    "Statistics grouped or filtered by a dimension that the measure does not have, or grouped by one twice.",
  INVALID_IDEMPOTENCY_KEY: "An `idempotencyKey` that is not 1–200 characters that can be seen.",
  INVALID_LIMIT: "`limit` outside 1–5,000.",
  INVALID_KNOWN_AT:
    "A `knownAt` that is neither an instant nor a day, not yet a minute past, from before the history began, within a day from a caller who does not see the records, or about something without a history.",
  INVALID_MUNICIPALITY_CODE: "Not six digits that end with the check digit of JIS X 0401 and 0402.",
  INVALID_ORDERING: "A list ordered by the same field twice.",
  INVALID_PAGE_SIZE: "`first` outside 0–500.",
  INVALID_PARAMETER:
    "A parameter of an address below `/q` that there is not, is given twice, is missing or does not fit. The message names it, and what was expected.",
  INVALID_PARTIAL_DATE: "Not a date written YYYY, YYYY-MM or YYYY-MM-DD.",
  INVALID_PURPOSE:
    "The header `graph-purpose` is not a text of 1–200 characters that can be seen, two letters or digits among them, percent-encoded where it is not ASCII.",
  INVALID_TABLE:
    "A table to be published that cannot be read: without rows, with a group twice, a count beside bounds, a number below 0 or above 10,000,000, a key of another dimension or an unknown one, or a flow without its fiscal year.",
  INVALID_TOKEN:
    "The bearer token is not one the graph accepts: expired, forged, for another audience, without one of its roles, or of a subject that cannot be seen or could be taken for those without a token.",
  INVALID_UPDATED_SINCE:
    "An `updatedSince` within a day, from a caller who does not see the records.",
  INVALID_WAIT: "`waitSeconds` outside 0–20.",
  LIST_NOT_GRANTED:
    "The municipality has not been granted the external personnel list, or not for that day.",
  LIST_TOO_LONG:
    "A list has more elements than the schema says it can have; those who run the graph can raise that. Or an address below `/q` would have more rows than one file holds: ask for less.",
  NOT_RELEASED:
    "The public asks for statistics that are not released, or tables are checked before there is any release. Released are certain tables: stocks on reference days, each 31 March as a rule, and flows of fiscal years that are over. The message names the tables or the days.",
  OPERATION_NOT_REGISTERED:
    "The caller may run only the operations registered for it, and this is none of them.",
  OPERATION_RESOLUTION_FAILURE:
    "The named operation is not in the document, or none was named among several.",
  PERSISTED_QUERY_NOT_FOUND: "The hash is that of no registered operation; send the query instead.",
  PERSISTED_QUERY_NOT_SUPPORTED: "Persisted queries are switched off.",
  PURPOSE_REQUIRED:
    "Personal data are asked for without the header `graph-purpose`, which says for what purpose.",
  QUERY_TOO_COSTLY: "The query could cost more than the caller's budget for one request.",
  QUERY_TOO_DEEP: "Fields nested deeper than the graph allows.",
  RATE_LIMITED:
    "The caller has sent more requests than its budget for a minute; `retry-after` says when to send again. Or one address has had as much cited as it may in a day.",
  SERVICE_BUSY:
    "The database of a subgraph had no connection free in time. Send it again after the seconds of `retry-after`, a change with the same `idempotencyKey`; the rest of the answer is there.",
  STATISTICS_BUSY:
    "More statistics are asked for at once than can be computed. Send it again in a moment.",
  STATISTICS_TOO_LARGE:
    "Statistics by more groups than can be answered at once, or that take too long to count.",
  SUBGRAPH_ABANDONED:
    "A subgraph was no longer waited for, because the caller had gone away. Only logs have it.",
  SUBGRAPH_INVALID_RESPONSE:
    "A subgraph gave an answer that cannot be used: not GraphQL, or not fitting the schema.",
  SUBGRAPH_TIMEOUT: "A subgraph did not answer in time; the rest of the answer is there.",
  SUBGRAPH_UNAVAILABLE: "A subgraph cannot be reached; the rest of the answer is there.",
  TABLE_TOO_DETAILED:
    "Statistics too detailed for a caller who does not see the records. It can ask by two dimensions at most, those of the filter included. A fine dimension goes only with the coarse one that it lies within. Flows are by fiscal years only. `knownAt` is a day.",
  TOO_BUSY:
    "A subgraph is asked for more at once than it can keep track of. The gateway says `SUBGRAPH_UNAVAILABLE`.",
  TOO_MANY_AT_ONCE:
    "The caller has more requests under way than its budget permits at once, or all callers of its role together ask for more than can be worked on soon. Send it again after the seconds of `retry-after`.",
} as const satisfies Record<string, string>;

/** A code of {@link errorCodes}. */
export type ErrorCode = keyof typeof errorCodes;

/** Whether a code that came from outside is one of {@link errorCodes}. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(errorCodes, code);
}

/** Where in a document an error is, and below what in the answer; neither where it is about no field. */
export interface ErrorPlace {
  readonly nodes?: readonly ASTNode[];
  readonly path?: readonly (string | number)[];
}

/**
 * An error that is the caller's to mend. Its message says what was received and what was expected; safe to show.
 * With a status, the whole request is answered with it.
 */
export class ApiError extends GraphQLError {
  declare readonly extensions: {
    readonly code: ErrorCode;
    readonly http?: { readonly status: number };
  };

  constructor(code: ErrorCode, message: string, status?: number, { nodes, path }: ErrorPlace = {}) {
    super(message, {
      ...(nodes && { nodes }),
      ...(path && { path }),
      extensions: { code, ...(status !== undefined && { http: { status } }) },
    });
    this.name = new.target.name;
  }
}
