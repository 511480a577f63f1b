// PostGraphile, and the newer Node.js that it needs, are a package of their own, installed when first used.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { say } from "../support/run.mjs";

const folder = fileURLToPath(new URL("postgraphile/", import.meta.url));
const program = `${folder}node_modules/node-${process.platform}-${process.arch}/bin/node`;

/** The path of that Node.js. */
export function newerNode() {
  if (!existsSync(`${folder}node_modules`)) {
    say("Installing PostGraphile and the Node.js that it needs …");
    execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, stdio: "ignore" });
  }
  if (existsSync(program)) return program;
  throw new Error(`There is no Node.js for PostGraphile on ${process.platform} ${process.arch}.`);
}
