import { finished, Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { callerOf } from "../../subgraphs/kit/http/request-caller";
import { jsonBodyParser } from "../../subgraphs/kit/http/json-body";
import { currentRequest } from "../../subgraphs/kit/request-scope";
import { isRole, type Role, roles } from "../access/roles";
import type { Budgets } from "./budgets";
import { callerKey } from "./caller-key";
import { NoPlace, Places } from "./places";
import { tooManyAtOnce } from "./too-many-at-once";

declare module "fastify" {
  interface FastifyRequest {
    /** Gives back the place that the request has, if it has one. */
    giveBackPlace: (() => void) | undefined;
  }
}

/** How many requests of a role wait at most: each keeps its body in memory, a megabyte at most. */
const mostWaiting = 100;

/**
 * Lets a request wait until its caller's role has a place free, once its body has arrived and before that is parsed. It
 * has the place until its answer is made, or the last of one that is made while it is sent. So those who send or read slowly hold no place, and whoever waits is kept as
 * bytes.
 *
 * @param patience - how long a request waits, milliseconds
 * @throws ApiError TOO_MANY_AT_ONCE (429, with `retry-after`) if too many wait, or one for too long
 */
export function takePlaces(budgets: Budgets, patience: number): (scope: FastifyInstance) => void {
  const placesOf = Object.fromEntries(
    roles.map((role) => [role, new Places(budgets[role].places, { most: mostWaiting, patience })]),
  ) as Record<Role, Places>;
  return (scope) => {
    const parse = jsonBodyParser(scope);
    scope.decorateRequest("giveBackPlace", undefined);
    scope.removeContentTypeParser("application/json");
    scope.addContentTypeParser<Buffer>(
      "application/json",
      { parseAs: "buffer" },
      (_request, body, done) => done(null, body),
    );
    scope.addHook("preValidation", (request, reply, done) => {
      const begin = (giveBack: () => void) => {
        request.giveBackPlace = giveBack;
        const { body } = request;
        if (!Buffer.isBuffer(body)) {
          done();
          return;
        }
        parse(request, body, (error, value) => {
          if (!error) request.body = value;
          done(error ?? undefined);
        });
      };
      const places = placesOf[placeRole(budgets, callerOf(request).roles)];
      const free = places.takeFree();
      if (free) {
        begin(free);
        return;
      }
      places
        .take(callerKey(request), currentRequest()?.end)
        .then(begin, (error: unknown) =>
          done(
            error instanceof NoPlace
              ? tooManyAtOnce(reply, "Too many requests are waiting for their turn.")
              : (error as Error),
          ),
        );
    });
    scope.addHook("onSend", ({ giveBackPlace }, _reply, payload, done) => {
      if (giveBackPlace) {
        if (payload instanceof Readable) finished(payload, giveBackPlace);
        else giveBackPlace();
      }
      done(null, payload);
    });
  };
}

/** The role of a caller that has most places; a caller without any is public. */
function placeRole(budgets: Budgets, callerRoles: readonly string[]): Role {
  const [first = "public", ...others] = callerRoles.filter(isRole);
  return others.reduce(
    (one, other) => (budgets[other].places > budgets[one].places ? other : one),
    first,
  );
}
