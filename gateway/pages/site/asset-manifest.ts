import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const schema = z.object({
  entries: z.record(
    z.string(),
    z.object({
      /** Its script. */
      script: z.string(),
      /** The scripts that this imports at once. */
      imports: z.array(z.string()),
      styles: z.array(z.string()),
    }),
  ),
  files: z.record(
    z.string(),
    z.object({ type: z.string(), bytes: z.number(), brotli: z.number(), gzip: z.number() }),
  ),
});

/**
 * What build-pages.mjs has made: the files of each entry, a page's name or `<page>.<worker>`; and of each file its media
 * type, and its sizes in bytes as it is, in brotli and in gzip.
 */
export type AssetManifest = z.infer<typeof schema>;

/** Where the files of pages are asked for. Their names change with their content. */
export const assetsAddress = "/assets";

/** Where the build puts the files of pages. */
export const assetsFolder = join(__dirname, "..", "assets");

/**
 * Reads what the build has made for pages.
 *
 * @throws Error where there is nothing of it
 */
export async function readAssetManifest(folder = assetsFolder): Promise<AssetManifest> {
  const text = await readFile(join(folder, "manifest.json"), "utf8").catch(() => {
    throw new Error(`The files of the pages are missing in ${folder}. Run npm run build.`);
  });
  return schema.parse(JSON.parse(text));
}

/**
 * The files of an entry.
 *
 * @throws Error where the build knows no such entry
 */
export function entryOf(
  { entries }: AssetManifest,
  name: string,
): AssetManifest["entries"][string] {
  const entry = entries[name];
  if (entry) return entry;
  throw new Error(`Expected a page of ${Object.keys(entries).join(", ")}, received ${name}.`);
}
