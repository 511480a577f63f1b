import type { FastifyReply } from "fastify";
import { ApiError } from "../../subgraphs/kit/errors";

/** Makes the error of a request that is one too many just now, and tells its caller when to send it again. */
export function tooManyAtOnce(reply: FastifyReply, message: string): ApiError {
  void reply.header("retry-after", 1);
  return new ApiError("TOO_MANY_AT_ONCE", `${message} Send again in 1 second.`, 429);
}
