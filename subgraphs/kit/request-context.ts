import type { DataSource } from "typeorm";
import { today } from "./clock";
import { type Language, negotiateLanguage } from "./language";
import { type LoaderDefinition, Loaders } from "./loaders";

/** A look-up from the subgraph's own database. */
export type DatabaseLoader<Key, Value, Arguments = undefined> = LoaderDefinition<
  DataSource,
  Key,
  Value,
  Arguments
>;

/** What every resolver of a subgraph is given: the request's language, its day, its database and its loaders. */
export class RequestContext {
  readonly language: Language;
  /** The day in force where a field's `asOf` is not given, `YYYY-MM-DD` in Asia/Tokyo. */
  readonly today: string = today();
  private readonly loaders: Loaders<DataSource>;

  constructor(
    readonly database: DataSource,
    headers: { readonly "accept-language"?: string | undefined },
  ) {
    this.language = negotiateLanguage(headers["accept-language"]);
    this.loaders = new Loaders(database);
  }

  /** Loads `key` batched with its like; see {@link Loaders.load}. */
  load<Key, Value>(definition: DatabaseLoader<Key, Value>, key: Key): Promise<Value>;
  load<Key, Value, Arguments>(
    definition: DatabaseLoader<Key, Value, Arguments>,
    key: Key,
    args: Arguments,
  ): Promise<Value>;
  load<Key, Value, Arguments>(
    definition: DatabaseLoader<Key, Value, Arguments>,
    key: Key,
    args?: Arguments,
  ): Promise<Value> {
    return this.loaders.load(definition, key, args as Arguments);
  }
}
