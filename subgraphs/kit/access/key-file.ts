import type { Logger } from "pino";
import { WatchedFile } from "../watched-file";

/** How a file of keys is read. */
export interface KeyFileOptions<Keys> {
  readonly path: string;
  /** The variable that names the file, for messages. */
  readonly variable: string;
  /** Makes keys of what the file holds; rejects where it cannot. */
  readonly read: (content: unknown) => Promise<Keys>;
  readonly logger: Logger;
}

/**
 * Keys in a file that is read again when it has changed, so that keys are exchanged without a restart. If a changed
 * file cannot be read, the last good keys stay in use, and the log has an error.
 */
export class KeyFile<Keys> {
  private constructor(private readonly file: WatchedFile<Keys>) {}

  /**
   * Reads a file of keys for the first time.
   * @throws Error in one line, which names the variable, where it cannot be read
   */
  static async open<Keys>({ path, variable, read, logger }: KeyFileOptions<Keys>) {
    const file = await WatchedFile.open<Keys>({
      path,
      read: (text) => read(JSON.parse(text)),
      refused: (error) => {
        logger.error(
          { variable, reason: reasonOf(error) },
          "a file of keys cannot be used; the last good keys serve",
        );
      },
    }).catch((error: unknown) => {
      throw new Error(`The file of ${variable} cannot be used: ${reasonOf(error)}`);
    });
    return new KeyFile(file);
  }

  /** The present keys: the content of the file at most a second ago, or now with `atOnce`. */
  current(options: { readonly atOnce?: boolean } = {}): Promise<Keys> {
    return this.file.current(options);
  }
}

/** The reason, without any content of the file, which a parser's message would show. */
function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return "it is not JSON.";
  if (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    typeof error.code === "string"
  ) {
    return `it cannot be read (${error.code}).`;
  }
  return "it is not the JSON Web Key Set that is expected there.";
}
