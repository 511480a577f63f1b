// What every report reads from the environment, and the folders it uses.
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** A number from a variable, or the usual one. */
export function number(variable, usual) {
  const value = Number(process.env[variable] ?? usual);
  if (Number.isFinite(value) && value > 0) return value;
  throw new Error(
    `Expected ${variable} to be a number above 0, received ${process.env[variable]}.`,
  );
}

/** The names chosen by a variable, separated by commas, out of all; all of them where it is not set. */
export function chosen(variable, all) {
  const names = process.env[variable]?.split(",");
  const unknown = names?.filter((name) => !all.includes(name)) ?? [];
  if (unknown.length === 0) return names ?? all;
  throw new Error(`Expected ${variable} to be some of ${all.join(",")}; received ${unknown}.`);
}

/** The project's folder, which must be built. */
export const project = fileURLToPath(new URL("../../../", import.meta.url));

/** The folder of these reports. */
export const benchFolder = fileURLToPath(new URL("../", import.meta.url));

/** Where data, logs and results are: databases that were filled once are used again. */
export const workFolder = resolve(
  process.env.BENCH_FOLDER ?? join(tmpdir(), "personnel-graph-bench"),
);
