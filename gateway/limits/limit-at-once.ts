import type { Socket } from "node:net";
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

/** What is called when a connection is closed: one listener for all its requests, as adding one costs more than these. */
const underWayOn = new WeakMap<Socket, Set<() => void>>();

function requestsOn(socket: Socket): Set<() => void> {
  const known = underWayOn.get(socket);
  if (known) return known;
  const requests = new Set<() => void>();
  underWayOn.set(socket, requests);
  socket.once("close", () => {
    for (const over of requests) over();
  });
  return requests;
}

/** Calls `then` once the answer to a request is sent or its connection is closed, whichever is first. */
function whenOver(
  { raw: { socket } }: FastifyRequest,
  { raw: response }: FastifyReply,
  then: () => void,
): void {
  if (socket.destroyed) {
    then();
    return;
  }
  // A response that waits behind another one on its connection is not told that the connection is closed.
  const requests = requestsOn(socket);
  const over = () => {
    if (requests.delete(over)) then();
  };
  requests.add(over);
  response.once("finish", over);
}
