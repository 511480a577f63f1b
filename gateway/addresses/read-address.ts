import type { FastifyInstance, FastifyRequest } from "fastify";
import type { GuardedSchema } from "../../subgraphs/kit/access/operation-access";
import { ApiError, shown } from "../../subgraphs/kit/errors";
import { addRequestHook } from "../../subgraphs/kit/http/request-hook";
import type { TableFormat } from "../formats/answer-format";
import { tableFormats } from "../formats/formats";
import { languageParameter } from "../operations/language-parameter";
import type { OperationsOfNow, RegisteredOperations } from "../operations/registered-operations";
import type { AddressedOperation } from "./addressed-operation";
import { isAddress } from "./ask-as-public";
import { parametersOf } from "./parameters-of";
import { readParameters } from "./read-parameters";

/** What an address ends with, and the format of its answer; none for JSON. */
export const endings: ReadonlyMap<string, TableFormat | undefined> = new Map([
  ...tableFormats.map((format) => [format.name, format] as const),
  ["json", undefined],
]);

/**
 * Reads what is asked at an address below `/q`: its name says which operation, its ending in which format, its parameters
 * with which variables. From then on the request is one for that operation.
 *
 * @throws ApiError ADDRESS_NOT_FOUND (404) and INVALID_PARAMETER (400)
 */
export function readAddress(
  operations: OperationsOfNow,
  guarded: GuardedSchema,
): (scope: FastifyInstance) => void {
  return (scope) => {
    scope.decorateRequest("addressed", undefined);
    const read = (request: FastifyRequest, registered: RegisteredOperations) => {
      request.addressed = addressedOperation(request, registered, guarded);
    };
    addRequestHook(scope, "onRequest", (request) => {
      if (!isAddress(request) || nameIn(request) === "") return undefined;
      const { fresh } = operations;
      if (fresh) return read(request, fresh);
      return operations.current().then((registered) => read(request, registered));
    });
  };
}

function addressedOperation(
  request: FastifyRequest,
  registered: RegisteredOperations,
  guarded: GuardedSchema,
): AddressedOperation {
  const name = nameIn(request);
  const given = new URLSearchParams(queryOf(request));
  sayLanguage(request, given.get(languageParameter));
  const dot = name.lastIndexOf(".");
  const [address, ending] = [name.slice(0, Math.max(dot, 0)), name.slice(dot + 1)];
  const operation = registered.public.get(address);
  if (!operation || !endings.has(ending)) throw notFound(name);
  const { variables, language } = readParameters(given, parametersOf(operation.body, guarded));
  return {
    ...{ address, query: operation.body, variables },
    format: endings.get(ending),
    saysLanguage: language !== undefined,
  };
}

/** Whoever chooses a language reads it in the header, in all subgraphs; so are errors in it, also those of the address. */
function sayLanguage({ raw }: FastifyRequest, language: string | null): void {
  if (language === "en" || language === "ja") raw.headers["accept-language"] = language;
}

/** What stands behind `/q/`; nothing where an address lists all. */
function nameIn({ params }: FastifyRequest): string {
  return (params as Readonly<Record<string, string>>)["*"] ?? "";
}

function queryOf({ url }: FastifyRequest): string {
  const at = url.indexOf("?");
  return at < 0 ? "" : url.slice(at + 1);
}

function notFound(name: string): ApiError {
  return new ApiError(
    "ADDRESS_NOT_FOUND",
    `Expected an address that /q lists, ending with one of .${[...endings.keys()].join(", .")}, received ${shown(`/q/${name}`)}.`,
    404,
  );
}
