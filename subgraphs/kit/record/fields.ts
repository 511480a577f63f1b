import { Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import { Column, type ColumnType, Entity, type ObjectLiteral } from "typeorm";
import type { SqlType } from "../filter/compile-filter";
import { DateScalar, DateTimeScalar, PartialDateScalar } from "../graphql/scalars";
import type { DatabaseLoader } from "../loaders";
import type { RequestContext } from "../request/request-context";
import { lastOnRecord } from "../history/last-on-record";
import { byKey, found } from "./by-key";
import { snakeCase } from "../name-form";
import { type ListMarks, markField, withoutKind } from "./marked-fields";
import { noteShown } from "./shown-fields";
import { noteReference } from "../graphql/references";

/** How a field is stored and listed by, besides what it is. */
export interface FieldMarks extends ListMarks {
  readonly nullable?: boolean;
  /** The column, where it is not the name in snake case. */
  readonly column?: string;
  /** Whether it is the key, or part of it. */
  readonly primary?: boolean;
}

/** What a reference points to and how it is found. */
export interface ReferenceMarks extends FieldMarks {
  /** The field, where it is not the property without `Id`, `Code` or `Number`. */
  readonly field?: string;
  /** The enum whose codes it holds. */
  readonly codeList?: object;
}

/** A class of rows that are one type of the graph: its table, and what the type is. */
export function record(table: string, description: string): ClassDecorator {
  return (target) => {
    Entity(table)(target);
    ObjectType({ description })(target);
  };
}

/** A text, one line or several. */
export function text(description: string, marks: FieldMarks = {}): PropertyDecorator {
  return stored("text", () => String, description, marks);
}

/** A key or number that a caller knows something by. */
export function id(description: string, marks: FieldMarks = {}): PropertyDecorator {
  return stored("text", () => ID, description, marks);
}

/** The key itself. */
export function key(description: string, marks: FieldMarks = {}): PropertyDecorator {
  return stored("text", () => ID, description, { ...marks, primary: true });
}

/** A whole number. */
export function whole(description: string, marks: FieldMarks = {}): PropertyDecorator {
  return stored("integer", () => Int, description, marks);
}

/** A day, `YYYY-MM-DD`. */
export function day(description: string, marks: FieldMarks = {}): PropertyDecorator {
  return stored("date", () => DateScalar, description, marks);
}

/** A date as precise as known, kept as text. */
export function partialDate(description: string, marks: FieldMarks = {}): PropertyDecorator {
  return stored("text", () => PartialDateScalar, description, marks);
}

/** A moment; lists are not filtered or ordered by it. */
export function instant(
  description: string,
  marks: Omit<FieldMarks, keyof ListMarks> = {},
): PropertyDecorator {
  return (prototype, property) => {
    columnOf("timestamptz", marks, prototype, property);
    const { nullable = false } = marks;
    Field(() => DateTimeScalar, { nullable, description })(prototype, property);
    noteShown(prototype, property, String(property));
  };
}

/** Yes or no. */
export function flag(description: string, marks: FieldMarks = {}): PropertyDecorator {
  return stored("boolean", () => Boolean, description, marks);
}

/** One code of a list; see {@link codes}. */
export function code(list: object, description: string, marks: FieldMarks = {}): PropertyDecorator {
  return stored("text", () => list, description, marks, list);
}

/** A column that no caller sees; lists may be filtered by it under the name `field`, by default its own. */
export function hidden(type: SqlType, marks: ReferenceMarks = {}): PropertyDecorator {
  return (prototype, property) => {
    const name = columnOf(type, marks, prototype, property);
    mark(prototype, type, name, marks, marks.field ?? String(property), marks.codeList);
  };
}

/** The key of another record, which is shown in its place: `applicantId` as the field `applicant`. */
export function reference(
  target: () => new () => ObjectLiteral,
  description: string,
  marks: ReferenceMarks = {},
): PropertyDecorator {
  const last = () => lastOnRecord(target());
  return loadedReference(target, () => byKey(target()), description, marks, last);
}

/**
 * The same for what is not found by its primary key.
 *
 * @param loader - loads what a key stands for
 * @param last - loads what it was where it has been taken back
 */
export function loadedReference(
  target: () => new () => ObjectLiteral,
  loader: () => DatabaseLoader<string | number, ObjectLiteral | null>,
  description: string,
  marks: ReferenceMarks = {},
  last?: () => DatabaseLoader<string | number, ObjectLiteral | null>,
): PropertyDecorator {
  const find = (value: string | number, context: RequestContext) =>
    found(context, loader(), value, last);
  const declare = foundReference(target, find, "text", description, marks);
  return (prototype, property) => {
    declare(prototype, property);
    noteReference(prototype, shownAs(property, marks), { property, loader });
  };
}

/**
 * The same for what is not found by its key in the database.
 *
 * @param find - gives what a key stands for
 */
export function foundReference(
  target: () => object,
  find: (key: never, context: RequestContext) => unknown,
  type: SqlType,
  description: string,
  marks: ReferenceMarks,
): PropertyDecorator {
  return (prototype, property) => {
    const field = shownAs(property, marks);
    if (field === property || field in prototype) throw new Error(`${field} is there already`);
    const nullable = marks.nullable ?? false;
    const name = columnOf(type, marks, prototype, property);
    mark(prototype, type, name, marks, field, marks.codeList);
    noteShown(prototype, property, field);
    const value = function (this: Record<string | symbol, unknown>, context: RequestContext) {
      const held = this[property] ?? null;
      return held === null ? null : find(held as never, context);
    };
    const descriptor = { value, writable: true, configurable: true };
    Object.defineProperty(prototype, field, descriptor);
    Ctx()(prototype, field, 0);
    Field(() => target() as never, { nullable, description })(prototype, field, descriptor);
  };
}

/** The field that shows what a property is the key of. */
function shownAs(property: string | symbol, { field }: ReferenceMarks): string {
  return field ?? withoutKind(String(property));
}

function stored(
  type: SqlType,
  shownAs: () => unknown,
  description: string,
  marks: FieldMarks,
  codeList?: object,
): PropertyDecorator {
  return (prototype, property) => {
    const nullable = marks.nullable ?? false;
    const name = columnOf(type, marks, prototype, property);
    Field(shownAs as never, { nullable, description })(prototype, property);
    noteShown(prototype, property, String(property));
    mark(prototype, type, name, marks, String(property), codeList);
  };
}

/** Declares a property's column. Returns its name. */
function columnOf(
  type: ColumnType,
  { column, nullable = false, primary = false }: FieldMarks,
  prototype: object,
  property: string | symbol,
): string {
  const name = column ?? snakeCase(String(property));
  Column({ type, name, nullable, primary })(prototype, property);
  return name;
}

/** Notes what lists are filtered and ordered by. */
function mark(
  prototype: object,
  type: SqlType,
  column: string,
  { nullable = false, ...marks }: FieldMarks,
  name: string,
  codeList?: object,
): void {
  if (marks.filter === undefined && marks.order === undefined) return;
  const sql = `t.${column}`;
  markField(prototype, { ...marks, name, sql, type, nullable, ...(codeList && { codeList }) });
}
