import type { FastifyInstance } from "fastify";
import Negotiator from "negotiator";
import { currentRequest } from "../../subgraphs/kit/request-scope";
import { addRequestHook } from "../../subgraphs/kit/http/request-hook";
import type { OperationStep } from "../steps/operation-steps";
import { chosenTables } from "./chosen-tables";
import { requestedFormat } from "./requested-format";
import { type TabularRequest, tabularRequests } from "./tabular-answers";

/**
 * Notes which requests are to be answered with tables, before their bodies are read. To everything after it they are
 * requests for JSON, which they are answered with if they are refused.
 *
 * @throws ApiError INVALID_FORMAT
 */
export function chooseFormat(scope: FastifyInstance): void {
  addRequestHook(scope, "onRequest", (request) => {
    const requested = requestedFormat(request);
    const current = requested && currentRequest();
    if (!current) return;
    const accepted = new Negotiator(request).language(["en", "ja"]);
    const { addressed, url } = request;
    tabularRequests.set(current, {
      ...requested,
      language: accepted === "ja" ? "ja" : "en",
      ...(addressed && { address: url, fileName: addressed.address }),
    });
    request.headers.accept = "application/json";
  });
  scope.addHook("onSend", (_request, reply, payload, done) => {
    const outcome = tabularRequest()?.outcome;
    if (outcome) {
      void reply.headers(outcome.headers);
      if (outcome.status !== undefined && reply.statusCode < 400) void reply.code(outcome.status);
    }
    done(null, payload);
  });
}

/** Finds the tables of an operation that is to be answered with some, and refuses one that has none, before it is run. */
export function tabulate(): OperationStep {
  return {
    begin: () => ({
      didResolveOperation: (operation) => {
        const tabular = tabularRequest();
        if (!tabular) return;
        const { request, source, contextValue } = operation;
        const variables = request.variables ?? {};
        // Of a whole list, they are known before its first page.
        tabular.tables ??= chosenTables({ ...operation, variables }, tabular);
        tabular.fileName ??= operation.operationName ?? tabular.tables[0]?.name ?? "answer";
        const { language, address } = tabular;
        const { requestId, asOf } = contextValue;
        tabular.noted ??= {
          ...{ language, source, variables },
          ...(address === undefined
            ? { requestId, answeredAt: new Date().toISOString() }
            : { address, answeredAt: asOf }),
        };
      },
    }),
  };
}

/** The request being answered, if it is to be answered with tables. */
export function tabularRequest(): TabularRequest | undefined {
  const current = currentRequest();
  return current && tabularRequests.get(current);
}
