import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { GraphQLResponse } from "@apollo/server";
import { HeaderMap } from "@apollo/server";
import { type OperationDefinitionNode, OperationTypeNode } from "graphql";
import { ApiError, type ErrorCode, isErrorCode } from "../../subgraphs/kit/errors";
import { currentRequest } from "../../subgraphs/kit/request-scope";
import type { AuditEntry } from "./audit-entry";
import {
  type AuditLog,
  type AuditReceipt,
  auditUnavailable,
  auditUnavailableStatus,
} from "./audit-log";
import type { AnsweredOperation, OperationStep } from "../steps/operation-steps";

/** How long the gateway tries to record a change that was made before it reports a failure to the caller. */
const patienceMilliseconds = 10_000;
const pauseMilliseconds = 200;

const readRefused = "nothing was answered. Send it again later.";
const changeRefused = "nothing was changed. Send it again later.";
const changeUnrecorded =
  "the change may have been made. If it had an idempotencyKey, send it again later with the same one: it is made once. Else read first.";

type Request = AnsweredOperation;

/**
 * Records every change, and every answer with personal data, before the answer is sent: what cannot be recorded is not
 * answered. A change begins only while the log can be written. Without a log everything that must be recorded is
 * refused. Must begin last of the steps that change answers; only a citation, which is kept
 * of nothing that is recorded, can go on meanwhile.
 */
export function auditTrail(log: AuditLog | undefined): OperationStep {
  return {
    begin: () => {
      let isExecuted = false;
      let variables = "{}";
      return {
        // Before anything is done: what cannot be recorded is not begun.
        didResolveOperation: ({ operation, request }) => {
          variables = declaredVariables(operation, request.variables);
        },
        responseForOperation: ({ operation, contextValue: { personalFields } }) => {
          if (operation.operation === OperationTypeNode.MUTATION) return changeAnswer(log);
          return log || personalFields.length === 0 ? null : refusal(readRefused);
        },
        executionDidStart: () => {
          isExecuted = true;
        },
        willSendResponse: (request) =>
          isExecuted && isAudited(request) ? record(log, request, variables) : undefined,
      };
    },
  };
}

/** Refuses a change that could not be recorded. */
async function changeAnswer(log: AuditLog | undefined): Promise<GraphQLResponse | null> {
  const isWritable = log && (await succeeds(() => log.check()));
  return isWritable ? null : refusal(changeRefused);
}

/** Records what was executed. Puts a refusal in the place of its answer if that is not possible. */
async function record(
  log: AuditLog | undefined,
  request: Request,
  variables: string,
): Promise<void> {
  const isChange = kindOf(request) === "change";
  const receipt = await recorded(
    log,
    entryOf(request, variables),
    isChange ? patienceMilliseconds : 0,
  );
  const scope = currentRequest();
  if (receipt && scope) scope.audit = receipt;
  if (receipt) return;
  const { body } = refusal(isChange ? changeUnrecorded : readRefused);
  if (body.kind === "single") {
    body.singleResult.extensions = { asOf: request.contextValue.asOf };
  }
  Object.assign(request.response, { body });
  request.response.http.status = auditUnavailableStatus;
}

/** Subgraphs report whose data they returned. That counts too, in case a field is personal and no policy marks it. */
function isAudited(request: Request): boolean {
  const { personalFields, persons, counted } = request.contextValue;
  return kindOf(request) === "change" || personalFields.length + persons.size + counted.size > 0;
}

function kindOf({ operation }: Request): AuditEntry["kind"] {
  return operation?.operation === OperationTypeNode.MUTATION ? "change" : "read";
}

function entryOf(request: Request, variables: string): AuditEntry {
  const { requestId, clientRequestId, caller, purpose, asOf, personalFields, persons, counted } =
    request.contextValue;
  const kind = kindOf(request);
  const { body } = request.response;
  const { errors = [] } = body.kind === "single" ? body.singleResult : body.initialResult;
  return {
    id: randomUUID(),
    requestId,
    clientRequestId,
    kind,
    subject: caller.subject,
    roles: caller.roles,
    client: caller.client,
    actor: caller.actor,
    attributes: caller.attributes,
    purpose,
    asOf,
    operation: {
      type: kind === "change" ? "mutation" : "query",
      name: request.operationName ?? undefined,
      document: request.source ?? "",
      variables,
    },
    persons: [...persons],
    counted: [...counted],
    fields: personalFields,
    errors: errors.map(({ extensions }) => codeOf(extensions?.["code"])),
  };
}

/** The variables of a request that GraphQL uses: those that the operation declares. */
function declaredVariables(
  operation: OperationDefinitionNode | undefined,
  given: Readonly<Record<string, unknown>> = {},
): string {
  const names = (operation?.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  return JSON.stringify(Object.fromEntries(names.sort().map((name) => [name, given[name]])));
}

function codeOf(code: unknown): ErrorCode {
  return isErrorCode(code) ? code : "INTERNAL_SERVER_ERROR";
}

async function recorded(
  log: AuditLog | undefined,
  entry: AuditEntry,
  patience: number,
): Promise<AuditReceipt | undefined> {
  for (const deadline = performance.now() + patience; log; await delay(pauseMilliseconds)) {
    const receipt = await log.append(entry).catch((error: unknown) => {
      if (error instanceof ApiError) return undefined;
      throw error;
    });
    if (receipt || performance.now() + pauseMilliseconds > deadline) return receipt;
  }
  return undefined;
}

async function succeeds(work: () => Promise<void>): Promise<boolean> {
  return work().then(
    () => true,
    () => false,
  );
}

function refusal(consequence: string): GraphQLResponse {
  const { message, extensions }: ApiError = auditUnavailable(consequence);
  const error = { message, extensions: { code: extensions["code"] } };
  return {
    http: { status: auditUnavailableStatus, headers: new HeaderMap() },
    body: { kind: "single", singleResult: { errors: [error] } },
  };
}
