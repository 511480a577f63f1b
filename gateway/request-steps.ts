import type { FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import type { AccessPolicies } from "../subgraphs/kit/access/access-policy";
import { specifyStatus } from "../subgraphs/kit/graphql/mount-graphql";
import { addRequestHook } from "../subgraphs/kit/http/request-hook";
import { readActor } from "./access/actor";
import { guardRequests } from "./access/guard-requests";
import { identifyCallers, type IdentityOptions } from "./access/identity/identify-callers";
import { readPurpose } from "./access/purpose";
import { askAsPublic } from "./addresses/ask-as-public";
import { readAddress } from "./addresses/read-address";
import { allowOrigins } from "./allow-origins";
import { asOfExtension } from "./as-of-extension";
import { readAsOf } from "./as-of-header";
import type { AuditLog } from "./audit/audit-log";
import { auditTrail } from "./audit/audit-trail";
import { citeAnswers, type CiteOptions } from "./citations/cite-answers";
import { datasetExtension } from "./dataset-extension";
import { answerInJapanese } from "./errors/answer-in-japanese";
import { placeErrors } from "./errors/place-errors";
import { reportValueCompletion } from "./errors/report-value-completion";
import { hintAtRetry } from "./errors/retry-after";
import { chooseFormat, tabulate } from "./formats/choose-format";
import { completeDocuments } from "./formats/complete-documents";
import { checkInputs } from "./inputs/check-inputs";
import { type LeadBrowsers, leadBrowsers } from "./lead-browsers";
import type { Budgets } from "./limits/budgets";
import { endChanges } from "./limits/end-changes";
import { limitAtOnce } from "./limits/limit-at-once";
import { limitDocuments } from "./limits/limit-documents";
import { limitOperations } from "./limits/limit-operations";
import type { CountRequest } from "./limits/limit-requests";
import { operationToRun } from "./limits/operation-to-run";
import { takePlaces } from "./limits/take-places";
import { refuseUnregistered } from "./operations/refuse-unregistered";
import { registeredOnly } from "./operations/registered-only";
import type { OperationsOfNow } from "./operations/registered-operations";
import type { OperationStep } from "./steps/operation-steps";
import { sendSecurityHeaders } from "./security-headers";

/** What the steps of a request need. */
export interface RequestParts {
  readonly logger: Logger;
  /** Where browsers are led to: the pages that there are. */
  readonly browsers: readonly LeadBrowsers[];
  /** Origins of other sites whose pages may ask. */
  readonly origins: readonly string[];
  readonly identity: IdentityOptions;
  readonly countRequest: CountRequest;
  /** Who is permitted to see what, as the supergraph says. */
  readonly policies: AccessPolicies;
  /** True if everybody is permitted to ask for the schema. */
  readonly openSchema: boolean;
  /** The schema that callers see. */
  readonly schema: GraphQLSchema;
  /** The composed schema, which says what operations cost. */
  readonly supergraphSdl: string;
  /** What a caller may ask, by role. */
  readonly budgets: Budgets;
  /** How long a request waits for a place, milliseconds. */
  readonly queueTimeout: number;
  /** What can be asked for by its hash, and is all that an app may ask for. */
  readonly operations: OperationsOfNow;
  /** Where changes and reads of personal data are recorded; without it they are refused. */
  readonly auditLog: AuditLog | undefined;
  /** What kind of records the graph holds, where they are not an office's own. */
  readonly dataset: string | undefined;
  /** What answers are cited with. */
  readonly citing: CiteOptions;
}

/**
 * One step of a request: of every request to the gateway, of those to `/graphql` and below `/q`, or of the operation it
 * asks for.
 */
export type RequestStep =
  | { readonly server: (app: FastifyInstance) => void | Promise<void> }
  | { readonly hook: (scope: FastifyInstance) => void }
  | { readonly operation: OperationStep };

/**
 * All steps of a request, in the order in which they begin. A hook begins when the one before has finished. The functions
 * of operations are called in this order at each moment (steps/operation-steps.ts): `didResolveOperation` once the document
 * is parsed and valid, `responseForOperation` before the operation is executed, `willSendResponse` after it. They do
 * their work before they return. Only the last two `willSendResponse`, of citations and of the audit trail, go on after that,
 * both at once: what is kept for a citation is not recorded, and the other way round.
 */
export function requestSteps(parts: RequestParts): readonly RequestStep[] {
  const { logger, browsers, origins, policies, budgets, operations, dataset } = parts;
  return [
    // Gives every answer the headers that restrict what browsers do with it.
    { server: sendSecurityHeaders },
    // Says messages of errors in Japanese to those who ask for it.
    { server: answerInJapanese },
    // Leads a browser that opens the address, or that of the graph or of all addresses, to a page.
    { server: (app) => leadBrowsers(app, browsers) },
    // Lets pages of listed origins ask.
    { server: (app) => allowOrigins(app, origins) },
    // At addresses below /q, forgets who asks: everybody is the public there.
    { hook: askAsPublic },
    // Finds out who asks, by the token; refuses a token that is not accepted.
    { hook: identifyCallers(parts.identity, parts.countRequest) },
    // Counts the request; refuses more than the caller's budget has a minute.
    { hook: (scope) => addRequestHook(scope, "onRequest", parts.countRequest) },
    // Refuses more than the caller's budget has at once.
    { hook: limitAtOnce(budgets) },
    // Reads for which person an application acts.
    { hook: readActor },
    // Reads what personal data are asked for.
    { hook: readPurpose },
    // Decides the day in force.
    { hook: readAsOf },
    // Reads which registered operation an address below /q asks, and with what.
    { hook: readAddress(operations, { schema: parts.schema, policies }) },
    // Chooses the format of the answer.
    { hook: chooseFormat },
    // The body is there. Waits for one of the places of the caller's role; then the body is parsed.
    { hook: takePlaces(budgets, parts.queueTimeout) },
    // Refuses a document that is too long or too deep for the caller's budget.
    { hook: limitDocuments(budgets) },
    // Refuses what an app has not registered.
    { hook: refuseUnregistered(operations) },
    // Adds to what is answered with tables what tables have to say besides.
    { hook: completeDocuments(parts.schema) },
    // Gives an answer the status that GraphQL over HTTP wants for its media type.
    { operation: { begin: () => ({ willSendResponse: specifyStatus }) } },
    // The document is parsed and valid. Refuses once more what an app has not registered, by the text that is run.
    { operation: registeredOnly(operations) },
    // Lets a change be made to its end, even if its caller goes away.
    { operation: endChanges() },
    // Refuses a document that does not say which operation to run.
    { operation: operationToRun() },
    // Refuses what the caller is not permitted to see, and personal data without a purpose.
    { operation: guardRequests({ policies, openSchema: parts.openSchema }) },
    // Refuses values that do not fit or are too large.
    { operation: checkInputs() },
    // Refuses what costs more than the caller's budget; adds the cost to the answer.
    { operation: limitOperations(parts.supergraphSdl, budgets) },
    // Finds the tables of what is answered with some; refuses what has none.
    { operation: tabulate() },
    // Turns what does not fit the schema into errors.
    { operation: reportValueCompletion(logger) },
    // Says where errors are, and merges those of one kind.
    { operation: placeErrors(policies) },
    // Says when to ask again, where a subgraph is busy.
    { operation: hintAtRetry() },
    // Adds the day in force to the answer.
    { operation: asOfExtension() },
    // Adds what kind of records the answer is made of.
    ...(dataset === undefined ? [] : [{ operation: datasetExtension(dataset) }]),
    // Keeps what is to be cited, if everybody may see it; adds what it is cited by.
    { operation: citeAnswers(parts.citing) },
    // Records changes and reads of personal data; what is not recorded is not answered. Begins last.
    { operation: auditTrail(parts.auditLog) },
  ];
}
