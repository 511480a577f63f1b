import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import type { Caller } from "../../../subgraphs/kit/caller";
import { setCaller } from "../../../subgraphs/kit/http/request-caller";
import { bearerTokenOf } from "./bearer-token";
import { publicCaller } from "./caller-of-claims";
import { IdentityUnavailable, InvalidToken } from "./invalid-token";
import { TokenKeys } from "./token-keys";
import type { TokenRules } from "./token-verifier";
import { VerifiedTokens } from "./verified-tokens";
import { addRequestHook } from "../../../subgraphs/kit/http/request-hook";

/** Whose tokens the gateway accepts. */
export interface IdentityOptions extends Omit<TokenRules, "issuer"> {
  /** Without one, no token is accepted and everybody is public. */
  readonly issuer?: string | undefined;
  readonly jwksUrl?: string | undefined;
  /** Whether an issuer on this machine may be without TLS. */
  readonly isLocal: boolean;
  readonly logger: Logger;
}

declare module "fastify" {
  interface FastifyRequest {
    /** Checks once more, in a long answer, that the token of the request is accepted; without a token there is none. */
    checkToken: (() => Promise<Caller>) | undefined;
  }
}

/**
 * Makes the hook that finds out who asks before anything else of a request is read. Without a token a caller is public.
 * A token that is not accepted ends the request: a bad token never makes its caller public.
 *
 * @param countRefused - counts such a request for its address; what it throws is answered instead
 */
export function identifyCallers(
  options: IdentityOptions,
  countRefused: (request: FastifyRequest, reply: FastifyReply) => void,
): (scope: FastifyInstance) => void {
  const callerOf = callerReader(options);
  const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply): never => {
    countRefused(request, reply);
    if (error instanceof InvalidToken) {
      void reply.header("www-authenticate", 'Bearer error="invalid_token"');
    }
    if (error instanceof IdentityUnavailable) {
      options.logger.error({ err: error.cause }, "the issuer's keys cannot be fetched");
    }
    throw error;
  };
  return (scope) => {
    scope.decorateRequest("checkToken", undefined);
    addRequestHook(scope, "onRequest", (request, reply) => {
      let token: string | undefined;
      try {
        token = bearerTokenOf(request.raw);
      } catch (error) {
        return refuse(error, request, reply);
      }
      if (token === undefined) return setCaller(request, publicCaller);
      const given = token;
      request.checkToken = () => callerOf(given);
      return callerOf(token).then(
        (caller) => setCaller(request, caller),
        (error: unknown) => refuse(error, request, reply),
      );
    });
  };
}

function callerReader(options: IdentityOptions): (token: string) => Promise<Caller> {
  const { issuer, jwksUrl, isLocal, logger, ...rules } = options;
  if (issuer === undefined) {
    return () => Promise.reject(new InvalidToken("this graph has no issuer of tokens"));
  }
  const keys = new TokenKeys({ issuer, jwksUrl, isLocal, logger });
  const tokens = new VerifiedTokens(keys.keyFor, { issuer, ...rules });
  return (token) => tokens.callerOf(token);
}
