import { type ClassType, Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { DateTimeScalar } from "../graphql/scalars";
import { upperFirst } from "../name-form";
import type { RequestContext } from "../request/request-context";
import { ChangeKind } from "./change-kind";
import { type FieldChange, fieldChanges, kindOf } from "./field-change";
import type { RecordedTable } from "./recorded-type";

/** A row of `change_record`: what one transaction did to one row of a record. */
export interface RecordChange {
  /** Counts upwards; of one record, in the order in which its changes were made. */
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly requestId: string;
  readonly action: string;
  /** The name of the table. */
  readonly table: string;
  readonly recordId: string;
  readonly version: number | null;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly reason: string | null;
}

/** Makes `<Area>RecordChange` and `<Area>FieldChange`, for a subgraph's changes. */
export function recordChangeType(
  area: string,
  tables: ReadonlyMap<string, RecordedTable>,
): ClassType<RecordChange> & (new () => RecordChange) {
  const name = upperFirst(area);
  const tableOf = (change: RecordChange): RecordedTable => {
    const table = tables.get(change.table);
    if (!table) throw new Error(`${area} shows no changes of ${change.table}`);
    return table;
  };

  @ObjectType(`${name}FieldChange`, {
    description:
      "What a change did to one field. Values are texts, as the graph writes them; of what a field leads to, its key.",
  })
  class AreaFieldChange implements FieldChange {
    @Field(() => String, { description: "The name of the field." })
    field: string;

    @Field(() => Boolean, {
      description: "Whether you may see the field. If not, only its name is given.",
    })
    isShown: boolean;

    @Field(() => String, {
      nullable: true,
      description:
        "What it was; null where there was nothing, in a new record, and where not shown.",
    })
    before: string | null;

    @Field(() => String, {
      nullable: true,
      description: "What it is since; null where there is nothing, and where not shown.",
    })
    after: string | null;
  }

  @Entity("change_record")
  @ObjectType(`${name}RecordChange`, {
    description: "What one mutation or import did to one record. Kept for good.",
  })
  class AreaRecordChange implements RecordChange {
    @PrimaryColumn("bigint")
    @Field(() => ID, { description: "Opaque and stable." })
    id: string;

    @Column("timestamptz")
    @Field(() => DateTimeScalar, { description: "When it was made." })
    at: Date;

    @Column("text")
    @Field(() => String, {
      description:
        "Who made it: the subject of the token; of an application that acted for a person, `person via application`.",
    })
    actor: string;

    @Column("text", { name: "request_id" })
    @Field(() => ID, { description: "The request that made it, as the audit log names it." })
    requestId: string;

    @Column("text")
    @Field(() => String, {
      description: "What was done: the name of the mutation, or `import` or `load`.",
    })
    action: string;

    @Column("text", { name: "record_type" })
    table: string;

    @Column("text", { name: "record_id" })
    @Field(() => ID, {
      description:
        "The id of the record. Of a row that belongs to one, the record's id and the rest of its key, with `/` between.",
    })
    recordId: string;

    @Column("integer", { nullable: true })
    @Field(() => Int, {
      nullable: true,
      description:
        "The record's version since; of one that was removed, one more than its last. null where it counts none.",
    })
    version: number | null;

    @Column("jsonb")
    changes: Readonly<Record<string, unknown>>;

    @Column("text", { nullable: true })
    @Field(() => String, {
      nullable: true,
      description:
        "Why something was put right that had been recorded wrongly. null where that was not said: it had happened, or an import wrote it.",
    })
    reason: string | null;

    @Field(() => String, { description: "The type of the record, as `Dispatch`." })
    get recordType(): string {
      return tableOf(this).typeName;
    }

    @Field(() => ChangeKind, { description: "What became of the record." })
    get kind(): ChangeKind {
      return kindOf(tableOf(this), this.changes);
    }

    @Field(() => [AreaFieldChange], {
      description:
        "The fields that were set, by name; of a new record, those that have a value. None where only something that belongs to it was changed.",
    })
    fields(@Ctx() context: RequestContext): FieldChange[] {
      const mayRead = (type: string, field: string) => context.mayRead(type, field);
      return fieldChanges(tableOf(this), this.changes, mayRead);
    }
  }
  return AreaRecordChange;
}
