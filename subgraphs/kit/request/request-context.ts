import type { DataSource, ObjectLiteral } from "typeorm";
import type { Caller } from "../caller";
import type { AccessPolicies, AccessPolicy } from "../access/access-policy";
import {
  type DeclaredPersons,
  type PersonOf,
  personOfRecord,
  PersonsSeen,
} from "../access/persons-seen";
import type { Reader } from "../access/reader";
import { actorOf } from "../actor";
import type { Cursors } from "../connection/cursor";
import type { ListContext } from "../connection/list-context";
import { today } from "../clock";
import { type Language, negotiateLanguage } from "../language";
import type { Outcome } from "../batches";
import { type DatabaseLoader, Loaders } from "../loaders";
import type { ChangeDefinition, ChangeResult } from "../mutation/change-definition";
import { keyOwner } from "../mutation/idempotency";
import type { MutationInput } from "../mutation/inputs";
import { runChange } from "../mutation/run-change";
import type { RequestWatch } from "../mutation/change-watch";
import type { ReleaseCheck } from "../release/check/release-check";
import { currentRequest } from "../request-scope";
import type { StatisticsAccess } from "../statistics/statistics-access";

/** What a subgraph gives its resolvers besides database and caller. Each part is asked for only where it is used. */
export interface SubgraphParts {
  /** Whom the subgraph's records are about. */
  readonly persons?: DeclaredPersons<RequestContext>;
  /** Where all parts note whose data the answer holds. */
  readonly seen?: PersonsSeen;
  readonly cursors?: Cursors;
  readonly statistics?: StatisticsAccess | undefined;
  readonly checkRelease?: ReleaseCheck;
  readonly changeWatch?: RequestWatch;
  /** Who is permitted to see what. */
  readonly policies?: AccessPolicies;
  /** Which part of the database the caller is held to. */
  readonly reader?: Reader | undefined;
}

/** The request's headers that a subgraph heeds. */
interface RequestHeaders {
  readonly "accept-language"?: string | undefined;
}

/** What every resolver of a subgraph is given: the request's language, its days, its database and its loaders. */
export class RequestContext implements ListContext {
  /** Whose data the answer holds. */
  readonly persons: PersonsSeen;
  private loaders: Loaders<DataSource>;
  private readonly once: { language?: Language; today?: string } = {};

  constructor(
    readonly database: DataSource,
    private readonly headers: RequestHeaders,
    /** Who asks, as the gateway says. */
    readonly caller: Caller,
    /** The day in force where a field's `asOf` is not given, `YYYY-MM-DD`, as the gateway says. No rule goes by it. */
    readonly asOf: string,
    private readonly parts: SubgraphParts = {},
  ) {
    this.loaders = new Loaders(database);
    this.persons = parts.seen ?? new PersonsSeen();
  }

  /** The language that the caller asks for. */
  get language(): Language {
    return (this.once.language ??= negotiateLanguage(this.headers["accept-language"]));
  }

  /** The real day, `YYYY-MM-DD` in Asia/Tokyo: what rules and permissions go by, whatever day is asked for. */
  get today(): string {
    return (this.once.today ??= today());
  }

  /**
   * What the area's statistics are counted with.
   * @throws Error in a subgraph that has none
   */
  get statistics(): StatisticsAccess {
    const { statistics } = this.parts;
    if (!statistics) throw new Error("This subgraph has no statistics.");
    return statistics;
  }

  /**
   * Checks tables to publish against the last release.
   * @throws Error in a subgraph that has no statistics
   */
  get checkRelease(): ReleaseCheck {
    const { checkRelease } = this.parts;
    if (!checkRelease) throw new Error("This subgraph checks no tables.");
    return checkRelease;
  }

  /**
   * Makes and reads the cursors of lists.
   * @throws Error in a subgraph that has no keys for them
   */
  get cursors(): Cursors {
    const { cursors } = this.parts;
    if (!cursors) throw new Error("This subgraph has no cursors.");
    return cursors;
  }

  /**
   * Waits for changes, as long as anybody waits for the answer.
   * @throws Error in a subgraph that waits for none
   */
  get changeWatch(): RequestWatch {
    const { changeWatch } = this.parts;
    if (!changeWatch) throw new Error("This subgraph waits for no changes.");
    return changeWatch;
  }

  /** Whether the caller has the scopes to see a field of a type; of a type without a policy, nobody has. */
  mayRead(typeName: string, field: string): boolean {
    const policies = this.parts.policies ?? new Map<string, AccessPolicy>();
    const has = ({ scopes }: AccessPolicy) => scopes.some((scope) => this.caller.scopes.has(scope));
    const ofType = policies.get(typeName);
    const ofField = policies.get(`${typeName}.${field}`);
    return ofType !== undefined && has(ofType) && (ofField === undefined || has(ofField));
  }

  /** Which part of the database the caller is held to; `undefined` where it sees all records. */
  get reader(): Reader | undefined {
    return this.parts.reader;
  }

  /** The property of rows of this type that identifies the person; `undefined` if they are about nobody. */
  personKeyOf(typeName: string): string | undefined {
    return this.parts.persons?.[typeName]?.key;
  }

  /** Notes whom a row is about that was read, though perhaps nothing of it is selected. */
  sees(typeName: string, row: ObjectLiteral): void {
    this.persons.add(this.parts.persons?.[typeName]?.of(row, this));
  }

  /** Notes whom a record is about, in any of its fields. */
  seesRecord(typeName: string, record: ObjectLiteral): void {
    this.persons.add(this.personOfRecord(typeName)?.of(record, this));
  }

  /** How the person is found whom a record is about, in any of its fields; `undefined` if it is about nobody. */
  personOfRecord(typeName: string): PersonOf<RequestContext> | undefined {
    return personOfRecord(this.parts.persons ?? {}, typeName);
  }

  /** Notes whom rows are about, by the keys of these persons. */
  seesKeys(typeName: string, keys: readonly string[]): void {
    const personOf = this.parts.persons?.[typeName];
    for (const key of keys) this.persons.add(personOf?.of({ [personOf.key]: key }, this));
  }

  /** Notes whom rows are about that were counted, by the keys of these persons; `null` where there are too many. */
  seesCount(typeName: string, total: number, keys: readonly string[] | null): void {
    const personOf = this.parts.persons?.[typeName];
    if (!personOf || total === 0) return;
    this.persons.addCount({
      typeName,
      total,
      persons: keys && (() => keys.map((key) => personOf.of({ [personOf.key]: key }, this))),
    });
  }

  /**
   * Makes a change; see {@link runChange}. What was loaded before it is forgotten. Whose records it touched is noted,
   * whatever is selected of the answer, and also where it is refused.
   */
  async change<Input extends MutationInput, Node extends ObjectLiteral, Code extends string>(
    definition: ChangeDefinition<Input, Node, Code>,
    input: Input,
  ): Promise<ChangeResult<Node>> {
    const requestId = currentRequest()?.requestId ?? "none";
    const records: (readonly [string, ObjectLiteral])[] = [];
    const touched = (entityName: string, record: ObjectLiteral) => {
      records.push([entityName, record]);
    };
    const origin = {
      actor: actorOf(this.caller),
      keyOwner: keyOwner(this.caller),
      requestId,
      touched,
    };
    try {
      const result = await runChange(this.database, origin, definition, input);
      if (result.node) touched(definition.node.name, result.node);
      return result;
    } finally {
      this.loaders = new Loaders(this.database);
      for (const [entityName, record] of records) this.seesRecord(entityName, record);
    }
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

  /** Reads keys, so that {@link outcomeOf} gives what each came to; see {@link Loaders.prepare}. */
  prepare<Key, Value>(definition: DatabaseLoader<Key, Value>, keys: Iterable<Key>): Promise<void> {
    return this.loaders.prepare(definition, keys);
  }

  /** What a key came to, at once; see {@link Loaders.outcomeOf}. */
  outcomeOf<Key, Value>(
    definition: DatabaseLoader<Key, Value>,
    key: Key,
  ): Outcome<Value> | undefined {
    return this.loaders.outcomeOf(definition, key);
  }
}
