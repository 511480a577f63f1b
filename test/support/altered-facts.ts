import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One change to a file of facts: the first `from` becomes `to`. */
export interface Alteration {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Runs `work` on a copy of a folder of facts that was altered, for tests of what a load refuses. The copy is gone
 * afterwards. Throws where `from` is not in the file, so that a test never passes because nothing was altered.
 */
export async function withAlteredFacts<Result>(
  directory: string,
  alterations: readonly Alteration[],
  work: (directory: string) => Promise<Result>,
): Promise<Result> {
  const copy = await mkdtemp(join(tmpdir(), "altered-facts-"));
  try {
    await cp(directory, copy, { recursive: true });
    for (const { file, from, to } of alterations) {
      const content = await readFile(join(copy, file), "utf8");
      if (!content.includes(from)) throw new Error(`${file} does not contain ${from}`);
      await writeFile(
        join(copy, file),
        content.replace(from, () => to),
      );
    }
    return await work(copy);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
