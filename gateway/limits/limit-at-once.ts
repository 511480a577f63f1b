import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { callerOf } from "../../subgraphs/kit/http/request-caller";
import { RequestEnd } from "../../subgraphs/kit/request-end";
import { currentRequest } from "../../subgraphs/kit/request-scope";
import { budgetOf, type Budgets } from "./budgets";
import { callerKey } from "./caller-key";
import { tooManyAtOnce } from "./too-many-at-once";
import { addRequestHook } from "../../subgraphs/kit/http/request-hook";

/**
 * Refuses a request while its caller has as many under way as its budget permits. A request is under way until its
 * answer is sent or its connection is closed; then the `end` of its scope comes.
 *
 * @throws ApiError TOO_MANY_AT_ONCE (429, with `retry-after`)
 */
export function limitAtOnce(budgets: Budgets): (scope: FastifyInstance) => void {
  /** Caller → its requests under way. */
  const underWay = new Map<string, number>();
  const add = (caller: string, requests: number) => {
    const sum = (underWay.get(caller) ?? 0) + requests;
    if (sum === 0) underWay.delete(caller);
    else underWay.set(caller, sum);
  };
  return (scope) => {
    addRequestHook(scope, "onRequest", (request, reply) => {
      const caller = callerKey(request);
      const most = budgetOf(budgets, callerOf(request).roles).requestsAtOnce;
      if ((underWay.get(caller) ?? 0) >= most) {
        throw tooManyAtOnce(reply, `Expected at most ${most} requests at once, received more.`);
      }
      const end = new RequestEnd();
      const current = currentRequest();
      if (current) current.end = end;
      add(caller, 1);
      whenOver(request, reply, () => {
        add(caller, -1);
        end.end();
      });
    });
  };
}

/** Calls `then` once the answer to a request is sent or its connection is closed, whichever is first. */
function whenOver(
  { raw: { socket } }: FastifyRequest,
  { raw: response }: FastifyReply,
  then: () => void,
): void {
  const over = () => {
    socket.off("close", over);
    response.off("finish", over);
    then();
  };
  if (socket.destroyed) {
    over();
    return;
  }
  // Each request that waits on a connection listens.
  socket.setMaxListeners(0);
  response.once("finish", over);
  // A response that waits behind another one on its connection is not told that the connection is closed.
  socket.once("close", over);
}
