import type { FastifyInstance } from "fastify";
import { ApiError } from "../../subgraphs/kit/errors";
import { expectedHeaderText, headerText, receivedHeader } from "./header-text";

/** Letters and digits that a purpose has at least: with fewer it says nothing to who reads the audit log. */
const leastLetters = 2;

declare module "fastify" {
  interface FastifyRequest {
    /** What the caller says the answer is for. */
    purpose: string | undefined;
  }
}

/** Reads the header `graph-purpose` of requests before their bodies; a request where it is no text ends there. */
export function readPurpose(scope: FastifyInstance): void {
  scope.decorateRequest("purpose", undefined);
  scope.addHook("onRequest", async (request) => {
    request.purpose = purposeOf(request.headers["graph-purpose"]);
  });
}

function purposeOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  const purpose = headerText(header, leastLetters);
  if (purpose !== undefined) return purpose;
  throw new ApiError(
    "INVALID_PURPOSE",
    `Expected graph-purpose to be ${expectedHeaderText}, received ${receivedHeader(header, leastLetters)}.`,
  );
}
