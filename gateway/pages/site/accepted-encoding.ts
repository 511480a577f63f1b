import type { FastifyRequest } from "fastify";
import Negotiator from "negotiator";

/** The encodings that files of pages are made in, smallest first. */
export const encodings = ["br", "gzip"] as const;

/** An encoding that files of pages are made in. */
export type Encoding = (typeof encodings)[number];

/** The smallest encoding that a browser accepts; `undefined` where it accepts none of ours. */
export function acceptedEncoding({
  headers,
}: Pick<FastifyRequest, "headers">): Encoding | undefined {
  const header = headers["accept-encoding"] ?? "identity";
  const accepted = new Negotiator({ headers: { "accept-encoding": header } }).encodings([
    ...encodings,
  ]);
  return encodings.find((each) => accepted.includes(each));
}
