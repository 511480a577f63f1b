import { getMetadataArgsStorage, type ObjectLiteral } from "typeorm";
import type { AccessPolicy } from "../access/access-policy";
import type { EntityClass } from "../mutation/entity-class";
import { declaredColumns } from "../record/columns";
import { shownFields } from "../record/shown-fields";

/** A type of records whose changes can be read. */
export interface RecordedType {
  readonly type: EntityClass<ObjectLiteral>;
  /** The types of the rows that belong to its records; their keys begin with that of the record. */
  readonly parts?: readonly EntityClass<ObjectLiteral>[];
  /** Who sees its changes, where they tell more of persons than the type itself does. */
  readonly access?: AccessPolicy;
}

/** How the changes of one table are shown. */
export interface RecordedTable {
  /** The table, which `change_record` calls the type of the record. */
  readonly name: string;
  /** The type of its rows in the graph. */
  readonly typeName: string;
  /** The type of the record that a row is, or belongs to. */
  readonly root: EntityClass<ObjectLiteral>;
  /** The properties of its key. */
  readonly keys: readonly string[];
  /** Property, as `change_record` notes it → field of the graph. What is not in the graph is left out. */
  readonly fields: ReadonlyMap<string, string>;
}

/** The tables of recorded types, each of its records and of what belongs to them. */
export function recordedTables(types: readonly RecordedType[]): readonly RecordedTable[] {
  return types.flatMap(({ type: root, parts = [] }) =>
    [root, ...parts].map((type) => ({
      name: tableOf(type),
      typeName: type.name,
      root,
      keys: declaredColumns(type).flatMap(({ options, propertyName }) =>
        options.primary ? [propertyName] : [],
      ),
      fields: shownFields(type),
    })),
  );
}

/** The table of a class of rows. */
export function tableOf(type: EntityClass<ObjectLiteral>): string {
  const table = getMetadataArgsStorage().tables.find(({ target }) => target === type)?.name;
  if (table === undefined) throw new Error(`${type.name} has no table`);
  return table;
}
