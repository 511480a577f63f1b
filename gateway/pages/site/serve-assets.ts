import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import Negotiator from "negotiator";
import { assetsAddress, assetsFolder, type AssetManifest } from "./asset-manifest";

/** The encodings that the build has made of each file, smallest first, and how their names end. */
const endings = { br: ".br", gzip: ".gz" } as const;
const encodings = ["br", "gzip"] as const;

/**
 * Serves what pages load, in the smallest encoding that the browser accepts. A file's name says its content, so browsers keep
 * it and never ask again.
 */
export function serveAssets(
  app: FastifyInstance,
  { files }: AssetManifest,
  folder = assetsFolder,
): void {
  app.get<{ Params: { name: string } }>(`${assetsAddress}/:name`, async (request, reply) => {
    const { name } = request.params;
    // Only what the build has listed is read, whatever the address says.
    const file = Object.hasOwn(files, name) ? files[name] : undefined;
    if (!file) return reply.callNotFound();
    const encoding = encodingOf(request.headers["accept-encoding"]);
    if (encoding) void reply.header("content-encoding", encoding);
    return reply
      .type(file.type)
      .header("cache-control", "public, max-age=31536000, immutable")
      .header("vary", "Accept-Encoding")
      .send(await readFile(join(folder, `${name}${encoding ? endings[encoding] : ""}`)));
  });
}

function encodingOf(header = "identity"): keyof typeof endings | undefined {
  const accepted = new Negotiator({ headers: { "accept-encoding": header } }).encodings([
    ...encodings,
  ]);
  return encodings.find((each) => accepted.includes(each));
}
