import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { addVary } from "../../../subgraphs/kit/http/add-vary";
import { acceptedEncoding, type Encoding } from "./accepted-encoding";
import { assetsAddress, assetsFolder, type AssetManifest } from "./asset-manifest";

/** How the names of the files end that the build has made in each encoding. */
const endings: Readonly<Record<Encoding, string>> = { br: ".br", gzip: ".gz" };

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
    const encoding = acceptedEncoding(request);
    if (encoding) void reply.header("content-encoding", encoding);
    addVary(reply, "Accept-Encoding");
    return reply
      .type(file.type)
      .header("cache-control", "public, max-age=31536000, immutable")
      .send(await readFile(join(folder, `${name}${encoding ? endings[encoding] : ""}`)));
  });
}
