// Bundles what the pages load in a browser, beside the compiled gateway: production needs neither esbuild nor any library of a page.
import { existsSync, readdirSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "esbuild";

const pages = dirname(fileURLToPath(import.meta.url));
const project = join(pages, "..", "..");
const assets = join(project, "dist", "gateway", "pages", "assets");

/** What browsers are told a file is, by the end of its name. */
const types = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".woff2": "font/woff2",
};

await rm(assets, { recursive: true, force: true });
await mkdir(assets, { recursive: true });
const { outputFiles, metafile } = await build({
  absWorkingDir: project,
  entryPoints: entryPoints(),
  outdir: assets,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  jsx: "automatic",
  minify: true,
  metafile: true,
  write: false,
  logLevel: "warning",
  entryNames: "[name]-[hash]",
  chunkNames: "chunk-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".ttf": "file", ".woff2": "file", ".svg": "file" },
});
const files = Object.fromEntries(await Promise.all(outputFiles.map(writeWithCopies)));
await writeFile(
  join(assets, "manifest.json"),
  `${JSON.stringify({ entries: entries(), files }, null, 2)}\n`,
);

/**
 * The main script of every page, by the page's name, and its workers (`<name>.worker.ts`), by the page's name, a dot and
 * theirs.
 */
function entryPoints() {
  const found = {};
  for (const { name: page } of readdirSync(pages, { withFileTypes: true })) {
    const folder = join(pages, page, "browser");
    for (const file of existsSync(folder) ? readdirSync(folder) : []) {
      const [, worker] = /^(.+)\.worker\.ts$/.exec(file) ?? [];
      if (/^main\.tsx?$/.test(file)) found[page] = join(folder, file);
      else if (worker !== undefined) found[`${page}.${worker}`] = join(folder, file);
    }
  }
  return found;
}

/** Writes a file, and beside it what it is in brotli and gzip. Tells its type and its sizes in bytes. */
async function writeWithCopies({ path, contents }) {
  const type = types[extname(path)];
  if (type === undefined) throw new Error(`Of what type is ${basename(path)}?`);
  const [brotli, zipped] = await Promise.all([
    // The best quality takes ten times as long and saves a twentieth.
    promisify(brotliCompress)(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    promisify(gzip)(contents, { level: 9 }),
  ]);
  await Promise.all([
    writeFile(path, contents),
    writeFile(`${path}.br`, brotli),
    writeFile(`${path}.gz`, zipped),
  ]);
  const sizes = { bytes: contents.length, brotli: brotli.length, gzip: zipped.length };
  return [basename(path), { type, ...sizes }];
}

/** What each entry consists of: its script, the scripts that this imports at once, and its styles. */
function entries() {
  const outputs = new Map(
    Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]),
  );
  const names = new Map(Object.entries(entryPoints()).map(([name, path]) => [path, name]));
  const found = {};
  for (const [script, { entryPoint, cssBundle }] of outputs) {
    const name = entryPoint && names.get(join(project, entryPoint));
    if (name === undefined || !script.endsWith(".js")) continue;
    const imported = importsOf(script, outputs);
    found[name] = { script, imports: imported, styles: cssBundle ? [basename(cssBundle)] : [] };
  }
  return found;
}

function importsOf(script, outputs, seen = new Set()) {
  for (const { path, kind, external } of outputs.get(script)?.imports ?? []) {
    const name = basename(path);
    if (kind !== "import-statement" || external || seen.has(name)) continue;
    seen.add(name);
    importsOf(name, outputs, seen);
  }
  return [...seen];
}
