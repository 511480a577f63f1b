import { readFile, stat } from "node:fs/promises";
import type { Logger } from "pino";

const checkInterval = 1_000;

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
 * Keys in a file that is read again when it has changed, so that keys are exchanged without a restart. While a changed
 * file cannot be read, the last good keys serve, and the log has an error.
 */
export class KeyFile<Keys> {
  private checkedAt = performance.now();
  private checking: Promise<void> | undefined;
  private refusedState: string | undefined;

  private constructor(
    private readonly options: KeyFileOptions<Keys>,
    private keys: Keys,
    private goodState: string,
  ) {}

  /**
   * Reads a file of keys for the first time.
   * @throws Error in one line, which names the variable, where it cannot be read
   */
  static async open<Keys>(options: KeyFileOptions<Keys>): Promise<KeyFile<Keys>> {
    try {
      const state = await stateOf(options.path);
      return new KeyFile(options, await readKeys(options), state);
    } catch (error) {
      throw new Error(`The file of ${options.variable} cannot be used: ${reasonOf(error)}`);
    }
  }

  /** The keys of now: what the file held a second ago at most, or, `atOnce`, what it holds. */
  async current({ atOnce = false } = {}): Promise<Keys> {
    if (atOnce || performance.now() - this.checkedAt >= checkInterval) {
      this.checking ??= this.check().finally(() => (this.checking = undefined));
      await this.checking;
    }
    return this.keys;
  }

  private async check(): Promise<void> {
    let state: string | undefined;
    try {
      state = await stateOf(this.options.path);
      if (state !== this.goodState) {
        this.keys = await readKeys(this.options);
        this.goodState = state;
      }
      this.refusedState = undefined;
    } catch (error) {
      // Tried again each time, as it may have been read half written; told once.
      const told = state ?? "missing";
      if (told !== this.refusedState) {
        const { variable } = this.options;
        this.options.logger.error(
          { variable, reason: reasonOf(error) },
          "a file of keys cannot be used; the last good keys serve",
        );
      }
      this.refusedState = told;
    } finally {
      this.checkedAt = performance.now();
    }
  }
}

async function readKeys<Keys>({ path, read }: KeyFileOptions<Keys>): Promise<Keys> {
  return read(JSON.parse(await readFile(path, "utf8")));
}

async function stateOf(path: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(path);
  return [mtimeMs, size, ino].join(" ");
}

/** Why, without anything of what the file holds, which messages of a parser would show. */
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
