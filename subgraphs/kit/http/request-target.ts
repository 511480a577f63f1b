import { isUtf8 } from "node:buffer";
import type { FastifyRequest } from "fastify";
import { ApiError, shown } from "../errors";

/** A name or an address, perhaps with a port. */
const host = /^(\[[\da-f:.]+\]|[^\s/?#@\\:[\]]+)(:\d*)?$/i;

/**
 * Checks where a request says it is to go. What is left out, or is no host, cannot be part of an address; and bytes of
 * the address that are not UTF-8 would be replaced when they are read.
 *
 * @throws ApiError BAD_REQUEST, 400
 */
export function checkTarget({ host: given, url }: Pick<FastifyRequest, "host" | "url">): void {
  if (!host.test(given) || !URL.canParse(`http://${given}/`)) {
    const received = given ? shown(given) : "none";
    throw new ApiError("BAD_REQUEST", `Expected a header host, received ${received}.`, 400);
  }
  const bytes = url.replace(/%([\da-f]{2})/gi, (_encoded, byte: string) =>
    String.fromCharCode(parseInt(byte, 16)),
  );
  if (!isUtf8(Buffer.from(bytes, "latin1"))) {
    throw new ApiError(
      "BAD_REQUEST",
      "Expected UTF-8, percent-encoded, in the address, received other bytes.",
      400,
    );
  }
}
