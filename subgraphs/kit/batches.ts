/** Reads the values of many keys at once, in order. */
export type ReadBatch<Key, Value> = (keys: readonly Key[]) => Promise<readonly Value[]>;

/** What a key came to. */
export type Outcome<Value> = { readonly value: Value } | { readonly error: unknown };

/** Keys that are read together, and when they are. */
interface Batch<Key> {
  readonly keys: Set<Key>;
  readonly done: Promise<void>;
}

/**
 * Reads values by key, those that are asked for in the same turn at once and each once. What was read is there without
 * waiting: a promise for each of many rows costs more than the row.
 */
export class Batches<Key, Value> {
  private readonly outcomes = new Map<Key, Outcome<Value>>();
  private readonly pending = new Map<Key, Batch<Key>>();
  private next: Batch<Key> | undefined;

  constructor(private readonly read: ReadBatch<Key, Value>) {}

  /** What a key came to; `undefined` where it has not been read yet. */
  outcomeOf(key: Key): Outcome<Value> | undefined {
    return this.outcomes.get(key);
  }

  /** Reads keys, so that {@link outcomeOf} gives what each came to. Never rejects. */
  async prepare(keys: Iterable<Key>): Promise<void> {
    const batches = new Set<Batch<Key>>();
    for (const key of keys) if (!this.outcomes.has(key)) batches.add(this.batchOf(key));
    for (const { done } of batches) await done;
  }

  /** The value of a key; rejects as the reading of its batch did. */
  async load(key: Key): Promise<Value> {
    if (!this.outcomes.has(key)) await this.batchOf(key).done;
    const outcome = this.outcomes.get(key);
    if (!outcome) throw new Error("A batch did not answer a key.");
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  }

  private batchOf(key: Key): Batch<Key> {
    const known = this.pending.get(key);
    if (known) return known;
    this.next ??= this.begin();
    this.next.keys.add(key);
    this.pending.set(key, this.next);
    return this.next;
  }

  private begin(): Batch<Key> {
    const keys = new Set<Key>();
    const done = turnEnd().then(async () => {
      this.next = undefined;
      await this.run([...keys]);
    });
    return { keys, done };
  }

  private async run(keys: readonly Key[]): Promise<void> {
    try {
      const values = await this.read(keys);
      if (values.length !== keys.length) {
        throw new Error(`Expected ${keys.length} values of a batch, received ${values.length}.`);
      }
      for (const [place, key] of keys.entries()) {
        const value = values[place] as Value;
        this.outcomes.set(key, value instanceof Error ? { error: value } : { value });
      }
    } catch (error) {
      for (const key of keys) this.outcomes.set(key, { error });
    }
    for (const key of keys) this.pending.delete(key);
  }
}

/** Resolves once everything that the present turn has made ready has run. */
async function turnEnd(): Promise<void> {
  await Promise.resolve();
  await new Promise<void>((resolve) => {
    process.nextTick(resolve);
  });
}
