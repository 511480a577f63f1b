import DataLoader from "dataloader";
import type { DataSource } from "typeorm";
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
}

/** The DataLoaders of one request: one for each definition and set of arguments, made when first asked for. */
export class Loaders<Source> {
  private readonly made = new Map<object, Map<string, unknown>>();

  constructor(private readonly source: Source) {}

  /** Loads `key` together with every other key asked for in the same turn with equal arguments. */
  load<Key, Value, Arguments>(
    definition: LoaderDefinition<Source, Key, Value, Arguments>,
    key: Key,
    args: Arguments,
  ): Promise<Value> {
    return this.loader(definition, args).load(key);
  }

  private loader<Key, Value, Arguments>(
    definition: LoaderDefinition<Source, Key, Value, Arguments>,
    args: Arguments,
  ): DataLoader<Key, Value> {
    const byArguments = this.made.get(definition) ?? new Map<string, unknown>();
    this.made.set(definition, byArguments);
    const signature = JSON.stringify(args) ?? "";
    const existing = byArguments.get(signature) as DataLoader<Key, Value> | undefined;
    if (existing) return existing;
    const loader = new DataLoader<Key, Value>((keys) => definition.batch(keys, this.source, args));
    byArguments.set(signature, loader);
    return loader;
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
