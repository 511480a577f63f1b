import type { FastifyInstance } from "fastify";
import { ApiError, shown } from "../../subgraphs/kit/errors";
import { expectedHeaderText, headerText } from "./header-text";

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
  const purpose = headerText(header);
  if (purpose !== undefined) return purpose;
  throw new ApiError(
    "INVALID_PURPOSE",
    `Expected graph-purpose to be ${expectedHeaderText}, received ${shown(header)}.`,
  );
}
