import { access, writeFile } from "node:fs/promises";
import { type DemoOptions, withoutDemo } from "./arguments";
import type { DataFolder } from "./data-folder";

/** How many synthetic records there are to be: as asked for, otherwise as at the first start on the folder. */
export async function chooseDemo({ noDemo }: DataFolder, asked: DemoOptions): Promise<DemoOptions> {
  const saysNothing = asked.isWanted && asked.args.length === 0;
  const isWithout = saysNothing && (await access(noDemo).then(...isThere));
  return isWithout ? withoutDemo : asked;
}

/** Keeps the choice for the next start, once it has come true. */
export async function rememberDemo(
  { noDemo }: DataFolder,
  { isWanted }: DemoOptions,
): Promise<void> {
  if (!isWanted) await writeFile(noDemo, "");
}

const isThere = [() => true, () => false] as const;
