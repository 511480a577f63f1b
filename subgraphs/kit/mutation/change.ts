import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { EntityManager, FindManyOptions, FindOptionsWhere, ObjectLiteral } from "typeorm";
import { today } from "../clock";
import { shown } from "../errors";
import { words } from "../name-form";
import { brokenRules, type Rules } from "../rules/rule";
import { noteRule } from "../rules/text.rules";
import type { EntityClass } from "./entity-class";
import { type CommonCode, type Refusal, Refused } from "../rules/refusal";
import { versionConflict } from "./version-conflict";
import { deleteRow, insertRow, lockRows, recordId, updateRow } from "./record-sql";

/** Who asks for a change, and in which request. */
export interface ChangeOrigin {
  readonly actor: string;
  /** Whose `idempotencyKey`s count. */
  readonly keyOwner: string;
  readonly requestId: string;
  /** Called with every record that a change reads or writes, even if the change is refused. */
  readonly touched?: (entityName: string, record: ObjectLiteral) => void;
}

interface Lock {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

/** A change under way in its transaction: checks rules, reads and locks, writes, and keeps a record of what it wrote. */
export class Change<Code extends string = string> {
  /** One instant for the whole change. */
  readonly now = new Date();
  /** The day of {@link Change.now} in Asia/Tokyo. */
  readonly today = today(this.now);
  private readonly refusals: Refusal[] = [];
  private reason: string | null = null;

  constructor(
    /** The transaction. Statements of one's own are tagged `<mutation>.<what>`; what they read is not noted. */
    readonly manager: EntityManager,
    private readonly name: string,
    private readonly origin: ChangeOrigin,
  ) {}

  /** Notes why records are put right: it is kept with all that the change writes from now on. */
  because(reason: string): void {
    this.reason = reason.trim();
    this.refusals.push(...brokenRules([noteRule(this.reason, "reason")]));
  }

  /** Notes a broken rule unless it holds; once one is noted, nothing is written. */
  check(holds: boolean, code: Code | CommonCode, message: string, ...path: string[]): void {
    if (!holds) this.refusals.push({ code, message, path });
  }

  /** Notes the rules that are broken. */
  require(...rules: Rules<Code>): void {
    this.refuse(brokenRules(rules));
  }

  /** Notes broken rules. */
  refuse(refusals: readonly Refusal<Code>[]): void {
    this.refusals.push(...refusals);
  }

  /**
   * Ends the change where a rule is broken; done before each write too.
   * @throws Refused with all that was noted
   */
  settle(): void {
    if (this.refusals.length > 0) throw new Refused(this.refusals);
  }

  /**
   * Reads a record and locks it until the change ends. `path` is the input field that names it, by default
   * `input.id`.
   *
   * @throws Refused NOT_FOUND, or VERSION_CONFLICT where it has another version than expected
   */
  async lock<Entity extends ObjectLiteral>(
    entity: EntityClass<Entity>,
    { id, expectedVersion }: Lock,
    ...path: string[]
  ): Promise<Entity> {
    const record = await this.find(entity, { id } as unknown as Partial<Entity>);
    if (!record) this.notFound(entity, id, path.length > 0 ? path : ["input", "id"]);
    const version: unknown = record["version"];
    if (expectedVersion != null && version !== expectedVersion) {
      const message = versionConflict(
        `${words(entity.name)} ${id}`,
        expectedVersion,
        Number(version),
      );
      this.check(false, "VERSION_CONFLICT", message, "input", "expectedVersion");
      throw new Refused(this.refusals);
    }
    return record;
  }

  /** Reads the record with these values and locks it until the change ends. */
  async find<Entity extends ObjectLiteral>(
    entity: EntityClass<Entity>,
    where: Partial<Entity>,
  ): Promise<Entity | undefined> {
    const [record] = await this.findAll(entity, where);
    return record;
  }

  /** Reads all records with these values, in order of their key, and locks them until the change ends. */
  async findAll<Entity extends ObjectLiteral>(
    entity: EntityClass<Entity>,
    where: Partial<Entity>,
  ): Promise<Entity[]> {
    const records = await lockRows(this.manager, entity, where, `${this.name}.lock${entity.name}`);
    for (const record of records) this.origin.touched?.(entity.name, record);
    return records;
  }

  /**
   * Reads a record by its key without locking it: for what never changes, or is locked after its parent. `field` is the
   * field of the input that names it.
   *
   * @throws Refused NOT_FOUND
   */
  async read<Entity extends ObjectLiteral>(
    entity: EntityClass<Entity>,
    id: string,
    field = "id",
  ): Promise<Entity> {
    const [key] = this.manager.dataSource.getMetadata(entity).primaryColumns;
    const where = { [key?.propertyName ?? "id"]: id } as FindOptionsWhere<Entity>;
    const [record] = await this.see(entity, { where, comment: `${this.name}.read${entity.name}` });
    return record ?? this.notFound(entity, id, ["input", field]);
  }

  /** Whether there is a record with these values; locks nothing. */
  async isThere<Entity extends ObjectLiteral>(
    entity: EntityClass<Entity>,
    where: FindOptionsWhere<Entity>,
  ): Promise<boolean> {
    const comment = `${this.name}.find${entity.name}`;
    return (await this.see(entity, { where, take: 1, comment })).length > 0;
  }

  /**
   * Ends the change: what the input names is not there.
   * @throws Refused NOT_FOUND
   */
  notFound(entity: { readonly name: string }, id: string, path: readonly string[]): never {
    const message = `Expected the id of an existing ${words(entity.name)}, received ${shown(id)}.`;
    this.check(false, "NOT_FOUND", message, ...path);
    throw new Refused(this.refusals);
  }

  /** Reads records without locking them: for what never changes, or is only looked at. */
  async see<Entity extends ObjectLiteral>(
    entity: EntityClass<Entity>,
    options: FindManyOptions<Entity>,
  ): Promise<Entity[]> {
    const records = await this.manager.find(entity, options);
    for (const record of records) this.origin.touched?.(entity.name, record);
    return records;
  }

  /**
   * Adds a record; its id is made here unless given.
   * @throws Refused where a rule is broken
   */
  async insert<Entity extends ObjectLiteral>(
    entity: EntityClass<Entity>,
    values: Partial<Entity>,
  ): Promise<Entity> {
    this.settle();
    const metadata = this.manager.dataSource.getMetadata(entity);
    const needsId =
      values["id"] === undefined &&
      metadata.primaryColumns.some(
        ({ propertyName, isGenerated }) => propertyName === "id" && !isGenerated,
      );
    const row = needsId ? { ...values, id: randomUUID() } : values;
    const record = await insertRow(this.manager, entity, row, `${this.name}.insert${entity.name}`);
    this.origin.touched?.(entity.name, record);
    await this.note(entity, record, record);
    return record;
  }

  /**
   * Changes a record that was locked; its version goes up by one. Values it has already change nothing.
   * @throws Refused where a rule is broken
   */
  async update<Entity extends ObjectLiteral>(
    entity: EntityClass<Entity>,
    record: Entity,
    values: Partial<Entity>,
  ): Promise<Entity> {
    this.settle();
    const changed = Object.entries(values).filter(
      ([name, value]) => value !== undefined && !isDeepStrictEqual(value, record[name]),
    );
    if (changed.length === 0) return record;
    const after = await updateRow(
      this.manager,
      entity,
      record,
      Object.fromEntries(changed) as Partial<Entity>,
      `${this.name}.update${entity.name}`,
    );
    const differences = changed.map(([name]) => [name, [record[name], after[name]]] as const);
    await this.note(entity, after, Object.fromEntries(differences));
    return after;
  }

  /**
   * Counts the version of a record that was locked, because something that belongs to it has changed.
   * @throws Refused where a rule is broken
   */
  async touch<Entity extends ObjectLiteral>(
    entity: EntityClass<Entity>,
    record: Entity,
  ): Promise<Entity> {
    this.settle();
    const tag = `${this.name}.touch${entity.name}`;
    const after = await updateRow(this.manager, entity, record, {}, tag);
    await this.note(entity, after, {});
    return after;
  }

  /**
   * Removes a record that was locked, as if it had never been. What it was stays in its history and in the changes.
   * @throws Refused where a rule is broken
   */
  async remove<Entity extends ObjectLiteral>(
    entity: EntityClass<Entity>,
    record: Entity,
  ): Promise<void> {
    this.settle();
    await deleteRow(this.manager, entity, record, `${this.name}.remove${entity.name}`);
    const { columns } = this.manager.dataSource.getMetadata(entity);
    const gone = columns.map(({ propertyName: name }) => [name, [record[name], null]] as const);
    const version: unknown = record["version"];
    const last = typeof version === "number" ? { version: version + 1 } : {};
    await this.note(entity, Object.assign(new entity(), record, last), Object.fromEntries(gone));
  }

  /**
   * Writes what keeps a constraint only together, so that it is checked at the end of the work. The constraint is one that
   * can be deferred.
   */
  async later(constraint: string, work: () => Promise<void>): Promise<void> {
    const set = `/* ${this.name}.later */ SET CONSTRAINTS ${constraint}`;
    await this.manager.query(`${set} DEFERRED`);
    await work();
    await this.manager.query(`${set} IMMEDIATE`);
  }

  private async note<Entity extends ObjectLiteral>(
    entity: EntityClass<Entity>,
    record: Entity,
    changes: object,
  ): Promise<void> {
    const metadata = this.manager.dataSource.getMetadata(entity);
    await this.manager.query(
      `/* ${this.name}.note */
INSERT INTO change_record (at, actor, request_id, action, record_type, record_id, version, changes, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        this.now,
        this.origin.actor,
        this.origin.requestId,
        this.name,
        metadata.tableName,
        recordId(metadata, record),
        record["version"] ?? null,
        JSON.stringify(changes),
        this.reason,
      ],
    );
  }
}
