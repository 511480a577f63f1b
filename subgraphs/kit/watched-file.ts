import { readFile, stat } from "node:fs/promises";

const checkInterval = 1_000;

/** How a file is read. */
export interface WatchedFileOptions<Value> {
  readonly path: string;
  /** Makes a value of the file's text; rejects where it cannot. */
  readonly read: (text: string) => Promise<Value>;
  /** Called once for each state of the file that cannot be used. */
  readonly refused: (error: unknown) => void;
}

/**
 * What a file says, which is read again when it has changed, so that it takes effect without a restart. While a changed
 * file cannot be used, what it said last serves.
 */
export class WatchedFile<Value> {
  private checkedAt = performance.now();
  private checking: Promise<void> | undefined;
  private refusedState: string | undefined;

  private constructor(
    private readonly options: WatchedFileOptions<Value>,
    private value: Value,
    private goodState: string,
  ) {}

  /** Reads a file for the first time; rejects where it cannot be used. */
  static async open<Value>(options: WatchedFileOptions<Value>): Promise<WatchedFile<Value>> {
    const state = await stateOf(options.path);
    return new WatchedFile(options, await valueOf(options), state);
  }

  /** The value when the file was last looked at. */
  get last(): Value {
    return this.value;
  }

  /** The value of now where the file was looked at a second ago at most: nothing has to be waited for. */
  get fresh(): Value | undefined {
    return performance.now() - this.checkedAt < checkInterval ? this.value : undefined;
  }

  /** The value of now: what the file said a second ago at most, or, `atOnce`, what it says. */
  async current({ atOnce = false } = {}): Promise<Value> {
    if (atOnce || performance.now() - this.checkedAt >= checkInterval) {
      this.checking ??= this.check().finally(() => (this.checking = undefined));
      await this.checking;
    }
    return this.value;
  }

  private async check(): Promise<void> {
    let state: string | undefined;
    try {
      state = await stateOf(this.options.path);
      if (state !== this.goodState) {
        this.value = await valueOf(this.options);
        this.goodState = state;
      }
      this.refusedState = undefined;
    } catch (error) {
      // Tried again each time, as it may have been read half written; reported once.
      const badState = state ?? "missing";
      if (badState !== this.refusedState) this.options.refused(error);
      this.refusedState = badState;
    } finally {
      this.checkedAt = performance.now();
    }
  }
}

async function valueOf<Value>({ path, read }: WatchedFileOptions<Value>): Promise<Value> {
  return read(await readFile(path, "utf8"));
}

async function stateOf(path: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(path);
  return [mtimeMs, size, ino].join(" ");
}
