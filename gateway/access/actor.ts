import type { FastifyInstance } from "fastify";
import { callerOf, setCaller } from "../../subgraphs/kit/access/request-caller";
import { ApiError } from "../../subgraphs/kit/errors";
import { expectedHeaderText, headerText, receivedHeader } from "./header-text";

/** Letters and digits that the name of an actor has at least. */
const leastLetters = 1;

/**
 * Reads the header `x-actor` of requests, in which an application names whom it acts for; nobody has verified it. All
 * other callers act for themselves: from them the header ends the request.
 */
export function readActor(scope: FastifyInstance): void {
  scope.addHook("onRequest", async (request) => {
    const header = request.headers["x-actor"];
    if (header === undefined) return;
    const caller = callerOf(request);
    if (!caller.roles.includes("app")) {
      throw new ApiError(
        "INVALID_ACTOR",
        "Expected x-actor from an application (role app) only; what others do is recorded with the subject of their token.",
      );
    }
    const actor = headerText(header, leastLetters);
    if (actor === undefined) {
      throw new ApiError(
        "INVALID_ACTOR",
        `Expected x-actor to be ${expectedHeaderText}, received ${receivedHeader(header, leastLetters)}.`,
      );
    }
    setCaller(request, { ...caller, actor });
  });
}
