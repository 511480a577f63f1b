import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ApiError } from "../errors";
import { jsonBodyParser } from "../http/json-body";
import { SampledLines } from "../http/sampled-lines";
import { setAsOf } from "../request-as-of";
import { takeRequestId } from "../request-scope";
import {
  assertionHeader,
  digestOf,
  isSameDigest,
  unsealAssertion,
  verifyAssertion,
} from "./assertion";
import { InvalidAssertion } from "./invalid-assertion";
import type { KeyFile } from "./key-file";
import { GrantedKeys } from "./key-grant";
import { grantHeader, shareHeader } from "./key-share";
import type { VerifyingKeys } from "./key-sets";
import { setCaller } from "../http/request-caller";
import { TooManyAssertions, UsedAssertions } from "./used-assertions";

/**
 * Makes the hook that accepts only requests which the gateway has signed, or sealed with a key that it shares with this
 * process, each once. Caller, request id and day in force are verified before the body is read, and the body, byte for
 * byte, before it is parsed. Whoever has signed is told this process's share of such a key.
 */
export function requireAssertion(
  subgraph: string,
  keys: KeyFile<VerifyingKeys>,
  used = new UsedAssertions(),
): (scope: FastifyInstance) => void {
  const digests = new WeakMap<FastifyRequest, string>();
  const granted = new GrantedKeys(subgraph, keys);
  const assertionIn = async ({ headers }: FastifyRequest, reply: FastifyReply) => {
    const { [grantHeader]: grant, [assertionHeader]: token } = headers;
    if (typeof grant === "string") {
      return unsealAssertion(token, subgraph, await granted.keyOf(grant));
    }
    const assertion = await verifyAssertion(token, subgraph, keys);
    void reply.header(shareHeader, granted.share);
    return assertion;
  };
  return (scope) => {
    const busy = new SampledLines(scope.log, { perSecond: 1, reportMilliseconds: 10_000 });
    scope.addHook("onRequest", async (request, reply) => {
      const { method } = request;
      const assertion = await assertionIn(request, reply);
      try {
        used.use(assertion);
      } catch (error) {
        if (error instanceof TooManyAssertions && busy.admits("too many assertions")) {
          scope.log.warn("too many assertions at once: requests are refused until some expire");
        }
        throw error;
      }
      takeRequestId(request, reply, assertion.requestId);
      if (method !== "POST") throw new ApiError("BAD_REQUEST", "Expected POST.", 405);
      digests.set(request, assertion.digest);
      setCaller(request, assertion.caller);
      setAsOf(request, assertion.asOf);
    });
    const parse = jsonBodyParser(scope);
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser<Buffer>(
      "application/json",
      { parseAs: "buffer" },
      (request, body, done) => {
        if (isSameDigest(digests.get(request) ?? "", digestOf(body))) {
          parse(request, body, done);
        } else {
          done(new InvalidAssertion("it is for another body"));
        }
      },
    );
    // Without a body no parser runs, so the digest has not been compared.
    scope.addHook("preHandler", async ({ body }) => {
      if (body === undefined) throw new InvalidAssertion("it is for another body");
    });
  };
}
