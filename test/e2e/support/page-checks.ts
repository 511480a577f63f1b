import { createRequire } from "node:module";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import type { Sweep } from "../../support/sweep";

const asked = process.env["PICTURES"];
const pictures = asked ?? join(__dirname, "..", "pictures");
const axeFile = createRequire(__filename).resolve("axe-core/axe.min.js");

/**
 * Takes a picture of a page for people to look at, into test/e2e/pictures or the folder of the variable `PICTURES`: as wide
 * as it is, and as on a phone. Nobody looks where nothing has changed: without that variable, a sweep takes them that is
 * run whole.
 */
export async function takePictures(
  page: Page,
  name: string,
  { isWhole }: Pick<Sweep, "isWhole">,
): Promise<void> {
  if (asked === undefined && !isWhole) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  const size = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: join(pictures, `${name}-390.png`), fullPage: true });
  if (size) await page.setViewportSize(size);
}

/** How much wider a page is than a phone's screen, pixels: what a reader has to move sideways to see. */
export async function widerThanAPhone(page: Page): Promise<number> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  const wider = await page.evaluate<number>("document.documentElement.scrollWidth - 390");
  if (size) await page.setViewportSize(size);
  return wider;
}

/**
 * What axe finds wrong with a page, a line each: the rule and where.
 *
 * @param exclude what is not looked at, as selectors
 */
export async function accessibilityProblems(
  page: Page,
  exclude: readonly string[] = [],
): Promise<string[]> {
  // A policy forbids scripts of others to the page, not to the browser's own tools.
  await page.evaluate(await readFile(axeFile, "utf8"));
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run({ exclude: ${JSON.stringify(exclude)} })`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(" ")}`),
  );
}

/** What a page keeps for its tab under this name. */
export function keptForTab(page: Page, name: string): Promise<string | null> {
  return page.evaluate<string | null>(`sessionStorage.getItem(${JSON.stringify(name)})`);
}

/** How a page came to be seen. */
export interface SlowLoad {
  /** When something of it was first painted, milliseconds after it was asked for. */
  readonly firstPaint: number;
  /** What it loads besides itself, bytes as they are sent. */
  readonly assetBytes: number;
}

/** Loads a page in a browser that has nothing of it yet, on a quarter of the processor, and prints what was measured. */
export async function loadSlowly(page: Page, url: string): Promise<SlowLoad> {
  let assetBytes = 0;
  page.on("response", (response) => {
    if (response.url().includes("/assets/"))
      assetBytes += Number(response.headers()["content-length"]);
  });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(url, { waitUntil: "networkidle" });
  const firstPaint = await page.evaluate<number>(
    `performance.getEntriesByName("first-contentful-paint")[0]?.startTime`,
  );
  const { pathname } = new URL(url);
  process.stderr.write(
    `${pathname}: first paint after ${Math.round(firstPaint)} ms, ${assetBytes} bytes of assets.\n`,
  );
  return { firstPaint, assetBytes };
}
