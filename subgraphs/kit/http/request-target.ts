import { isUtf8 } from "node:buffer";
import type { FastifyRequest } from "fastify";
import { ApiError, shown } from "../errors";
import { headerLines } from "./header-lines";

/** How many hosts are remembered; nearly all requests name the same few. */
const mostRemembered = 100;

/** Hosts that were found to be part of an address. */
const known = new Set<string>();

/** An address without anything encoded, as nearly all are. */
const plain = /^[!-$&-~]*$/;

/** A name or an address, perhaps with a port. */
const host = /^(\[[\da-f:.]+\]|[^\s/?#@\\:[\]]+)(:\d*)?$/i;

/**
 * Checks the target of a request. A host that is missing, given twice or malformed cannot be part of an address, and
 * bytes of the address that are not UTF-8 would be replaced when they are read.
 *
 * @throws ApiError BAD_REQUEST, 400
 */
export function checkTarget({ raw, url }: Pick<FastifyRequest, "raw" | "url">): void {
  const hosts = headerLines(raw, "host");
  const [given = ""] = hosts;
  if (hosts.length !== 1 || !isHost(given)) {
    const received = hosts.map((one) => shown(one)).join(" and ") || "none";
    throw new ApiError("BAD_REQUEST", `Expected one header host, received ${received}.`, 400);
  }
  if (plain.test(url)) return;
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

function isHost(given: string): boolean {
  if (known.has(given)) return true;
  if (!host.test(given) || !URL.canParse(`http://${given}/`)) return false;
  if (known.size >= mostRemembered) known.clear();
  known.add(given);
  return true;
}
