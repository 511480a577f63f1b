import type { FastifyInstance } from "fastify";
import { headerText, type HeaderText } from "./header-text";
import { addRequestHook } from "../../subgraphs/kit/http/request-hook";

const purpose: HeaderText = { name: "graph-purpose", leastLetters: 2, code: "INVALID_PURPOSE" };

declare module "fastify" {
  interface FastifyRequest {
    /** What the caller says the answer is for. */
    purpose: string | undefined;
  }
}

/** Reads the header `graph-purpose` of a request before its body. A request whose header is not a text is refused. */
export function readPurpose(scope: FastifyInstance): void {
  scope.decorateRequest("purpose", undefined);
  addRequestHook(scope, "onRequest", (request) => {
    request.purpose = headerText(request.raw, purpose);
  });
}
