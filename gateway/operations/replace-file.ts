import { rename, rm, writeFile } from "node:fs/promises";

/** Writes a file whole or not at all: a reader meanwhile, or after a failure, finds the old content. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}.new`;
  try {
    await writeFile(temporary, text, { flush: true });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
