import type { FastifyReply } from "fastify";

/**
 * A signal that aborts when whoever asked is gone before the answer was sent. Fastify's `request.signal` is of no use for
 * this: it aborts as soon as the body was read.
 */
export function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once("close", () => {
    if (!raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
