import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { addVary } from "../../../subgraphs/kit/http/add-vary";
import { acceptedEncoding, type Encoding } from "./accepted-encoding";

const encode: Readonly<Record<Encoding, (content: Buffer) => Promise<Buffer>>> = {
  // As the build does: the best quality takes ten times as long and saves a twentieth.
  br: (content) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: promisify(gzip),
};

/**
 * Makes a handler that sends a content which never changes under its address, in the smallest encoding that the browser
 * accepts. Each encoding is made once, by another thread.
 */
export function sendEncoded(
  type: string,
  content: Buffer,
): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
  const made = new Map<Encoding, Promise<Buffer>>();
  const encoded = (encoding: Encoding) => {
    const known = made.get(encoding) ?? encode[encoding](content);
    made.set(encoding, known);
    return known;
  };
  return async (request, reply) => {
    const encoding = acceptedEncoding(request);
    const body = encoding ? await encoded(encoding) : content;
    if (encoding) void reply.header("content-encoding", encoding);
    addVary(reply, "Accept-Encoding");
    return reply
      .type(type)
      .header("cache-control", "public, max-age=31536000, immutable")
      .send(body);
  };
}
