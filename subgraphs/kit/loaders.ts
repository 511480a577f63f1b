import type { DataSource } from "typeorm";
import { Batches, type Outcome } from "./batches";
import { rowsBy } from "./rows-by";

/** One batched look-up: what to load for many keys at once. `Source` is what it loads from. */
export interface LoaderDefinition<Source, Key, Value, Arguments = undefined> {
  /** Says the key, as `membershipsByCountryCode`; also the SQL tag. */
  readonly name: string;
  /** Answers every key in order with one statement. */
  batch(keys: readonly Key[], source: Source, args: Arguments): Promise<readonly Value[]>;
}

/** A look-up from the subgraph's own database. */
export type DatabaseLoader<Key, Value, Arguments = undefined> = LoaderDefinition<
  DataSource,
  Key,
  Value,
  Arguments
>;

/** What look-ups need of a request's context. */
export interface LoadingContext {
  readonly database: DataSource;
  /** Loads `key` batched with its like; see {@link Loaders.load}. */
  load<Key, Value>(definition: DatabaseLoader<Key, Value>, key: Key): Promise<Value>;
  load<Key, Value, Arguments>(
    definition: DatabaseLoader<Key, Value, Arguments>,
    key: Key,
    args: Arguments,
  ): Promise<Value>;
  /** Reads keys, so that {@link outcomeOf} gives what each came to; see {@link Loaders.prepare}. */
  prepare<Key, Value>(definition: DatabaseLoader<Key, Value>, keys: Iterable<Key>): Promise<void>;
  /** What a key came to, at once; see {@link Loaders.outcomeOf}. */
  outcomeOf<Key, Value>(
    definition: DatabaseLoader<Key, Value>,
    key: Key,
  ): Outcome<Value> | undefined;
}

/** What one request reads by keys: {@link Batches} for each definition and set of arguments, made when first asked for. */
export class Loaders<Source> {
  private readonly made = new Map<object, Map<string, unknown>>();

  constructor(private readonly source: Source) {}

  /** Loads `key` together with every other key asked for in the same turn with equal arguments. */
  load<Key, Value>(definition: LoaderDefinition<Source, Key, Value>, key: Key): Promise<Value>;
  load<Key, Value, Arguments>(
    definition: LoaderDefinition<Source, Key, Value, Arguments>,
    key: Key,
    args: Arguments,
  ): Promise<Value>;
  load<Key, Value, Arguments>(
    definition: LoaderDefinition<Source, Key, Value, Arguments>,
    key: Key,
    args?: Arguments,
  ): Promise<Value> {
    return this.batches(definition, args as Arguments).load(key);
  }

  /** Reads keys, so that {@link outcomeOf} gives what each came to. Never rejects. */
  prepare<Key, Value>(
    definition: LoaderDefinition<Source, Key, Value>,
    keys: Iterable<Key>,
  ): Promise<void> {
    return this.batches(definition, undefined).prepare(keys);
  }

  /** What a key came to, at once; `undefined` where it has not been read yet. */
  outcomeOf<Key, Value>(
    definition: LoaderDefinition<Source, Key, Value>,
    key: Key,
  ): Outcome<Value> | undefined {
    return this.batches(definition, undefined).outcomeOf(key);
  }

  private batches<Key, Value, Arguments>(
    definition: LoaderDefinition<Source, Key, Value, Arguments>,
    args: Arguments,
  ): Batches<Key, Value> {
    let byArguments = this.made.get(definition);
    if (!byArguments) this.made.set(definition, (byArguments = new Map<string, unknown>()));
    const signature = args === undefined ? "" : JSON.stringify(args);
    const existing = byArguments.get(signature) as Batches<Key, Value> | undefined;
    if (existing) return existing;
    const batches = new Batches<Key, Value>((keys) => definition.batch(keys, this.source, args));
    byArguments.set(signature, batches);
    return batches;
  }
}

/** The rows of each key, in the order they came in; for a `batch` that answers every key with a list. */
export function rowsOfKeys<Row>(
  keys: readonly unknown[],
  rows: readonly Row[],
  keyOf: (row: Row) => unknown,
): Row[][] {
  const byKey = rowsBy(rows, keyOf);
  return keys.map((key) => byKey.get(key) ?? []);
}
