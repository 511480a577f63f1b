import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const executable = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

/**
 * Declares tests in Chromium. On a machine without it they are skipped, and say so; where everything has to be tested
 * (`CI=true`) its absence is a failure.
 */
export function describeInChromium(title: string, tests: () => void): void {
  if (existsSync(executable)) {
    describe(title, tests);
  } else if (process.env["CI"] === "true") {
    describe(title, () => {
      it("needs Chromium", () => {
        throw new Error(`There is no ${executable}: install Chromium, or set CHROMIUM_PATH.`);
      });
    });
  } else {
    process.stderr.write(`Skipped: ${title}. There is no ${executable}; set CHROMIUM_PATH.\n`);
    describe.skip(title, tests);
  }
}

/** Starts Chromium, in which these host names are this machine's, whatever certificate it shows. */
export function startChromium(hosts: Readonly<Record<string, number>>): Promise<Browser> {
  const rules = Object.entries(hosts).map(([name, port]) => `MAP ${name}:443 127.0.0.1:${port}`);
  return chromium.launch({
    executablePath: executable,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
      ...["--disable-background-networking", "--disable-component-update"],
      "--ignore-certificate-errors",
      `--host-resolver-rules=${[...rules, "MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1"].join(",")}`,
    ],
  });
}
