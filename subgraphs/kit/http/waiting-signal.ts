import type { FastifyReply } from "fastify";

/**
 * A signal that aborts when whoever asked waits no longer: when the connection is closed before the answer was sent, or
 * after so many milliseconds. Fastify's `request.signal` cannot be used: it aborts as soon as the body was read.
 */
export function waitingSignal({ raw }: FastifyReply, milliseconds?: number): AbortSignal {
  const end = new AbortController();
  const timer =
    milliseconds === undefined ? undefined : setTimeout(() => end.abort(), milliseconds);
  const close = () => {
    clearTimeout(timer);
    if (!raw.writableFinished) end.abort();
  };
  if (raw.closed) close();
  else raw.once("close", close);
  return end.signal;
}
