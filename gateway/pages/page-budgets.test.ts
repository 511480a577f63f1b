import { join } from "node:path";
import { entryOf, readAssetManifest } from "./site/asset-manifest";

/** How many bytes a page's scripts and styles may have in brotli before it is drawn, by entry. */
const budgets = {
  arrival: 12_000,
  cite: 9_000,
  explorer: 400_000,
  figure: 12_000,
  figures: 25_000,
  files: 6_000,
  reference: 8_000,
};

it.each(Object.entries(budgets))(
  "what the page %s loads before it is drawn fits its budget of %i bytes",
  async (name, budget) => {
    const manifest = await readAssetManifest(join(__dirname, "../../dist/gateway/pages/assets"));
    const { script, imports, styles } = entryOf(manifest, name);
    const sizes = [script, ...imports, ...styles].map((file) => manifest.files[file]?.brotli ?? 0);
    const size = sizes.reduce((sum, each) => sum + each, 0);
    process.stdout.write(`${name}: ${size.toLocaleString("en")} bytes\n`);
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThanOrEqual(budget);
  },
);
