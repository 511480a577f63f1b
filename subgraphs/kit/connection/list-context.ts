import type { ObjectLiteral } from "typeorm";
import type { KnowingContext } from "../history/known-to-caller";
import type { Cursors } from "./cursor";

/** What lists need of a request's context. */
export interface ListContext extends KnowingContext {
  /** Makes and reads the cursors of lists. */
  readonly cursors: Cursors;
  /** The day in force where a list has none of its own, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The property of rows of this type that names the person each is about; `undefined` where they are about nobody. */
  personKeyOf(typeName: string): string | undefined;
  /** Notes whom a row is about that was read. */
  sees(typeName: string, row: ObjectLiteral): void;
  /** Notes whom rows are about, by the keys of these persons. */
  seesKeys(typeName: string, keys: readonly string[]): void;
  /** Notes whom rows are about that were counted, by the keys of these persons; `null` where there are too many. */
  seesCount(typeName: string, total: number, keys: readonly string[] | null): void;
}
