import { access, writeFile } from "node:fs/promises";
import { type DemoOptions, withoutDemo } from "./arguments";
import type { DataFolder } from "./data-folder";

/** Which synthetic records there are to be: those asked for or, where nothing is said, as the folder was begun. */
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
