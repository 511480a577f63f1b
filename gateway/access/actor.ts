import type { FastifyInstance } from "fastify";
import { callerOf, setCaller } from "../../subgraphs/kit/http/request-caller";
import { ApiError } from "../../subgraphs/kit/errors";
import { headerText, type HeaderText } from "./header-text";
import { addRequestHook } from "../../subgraphs/kit/http/request-hook";

const actor: HeaderText = { name: "x-actor", leastLetters: 1, code: "INVALID_ACTOR" };

/**
 * Reads the header `x-actor` of requests, in which an application names the person it acts for; the name is not
 * verified. All other callers act for themselves: a request of theirs with the header is refused.
 */
export function readActor(scope: FastifyInstance): void {
  addRequestHook(scope, "onRequest", (request) => {
    const caller = callerOf(request);
    if (actor.name in request.headers && !caller.roles.includes("app")) {
      throw new ApiError(
        "INVALID_ACTOR",
        "Expected x-actor from an application (role app) only; what others do is recorded with the subject of their token.",
      );
    }
    const name = headerText(request.raw, actor);
    if (name !== undefined) setCaller(request, { ...caller, actor: name });
  });
}
