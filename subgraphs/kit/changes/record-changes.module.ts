import type { ClassType } from "type-graphql";
import type { ObjectLiteral } from "typeorm";
import type { AccessPolicy } from "../access/access-policy";
import type { ListRequest } from "../connection/list-request";
import type { Page } from "../connection/page";
import { upperFirst, words } from "../name-form";
import { keyColumn } from "../record/columns";
import { fieldsOf, queries } from "../record/declared-fields";
import type { RequestContext } from "../request/request-context";
import type { Module } from "../subgraph/module";
import { feedPage } from "./change-feed";
import { changesList, isChangeOf } from "./changes-of-record";
import { FeedArguments } from "./feed-arguments";
import { personsOfChanges } from "./persons-of-changes";
import { type RecordChange, recordChangeType } from "./record-change";
import { recordedTables, type RecordedType, tableOf } from "./recorded-type";

/** Who sees the changes of an area. */
interface ChangesAccess {
  /** Those who see the changes of a record that they see. */
  readonly records: AccessPolicy;
  /** Those who see all changes of the area. */
  readonly persons: AccessPolicy;
  /** Those who see also who made a change, in which request and why: they could make it. */
  readonly changes: AccessPolicy;
}

/**
 * What was done to an area's records: `changes` on each, and all of them in commit order as `<area>RecordChanges`.
 *
 * @param types - the types of its records
 */
export function recordChangesModule(
  area: string,
  { records, persons, changes }: ChangesAccess,
  types: readonly RecordedType[],
): Module {
  const tables = recordedTables(types);
  const byName = new Map(tables.map((table) => [table.name, table]));
  const type = recordChangeType(area, byName);
  const list = changesList(area, type, tables);
  const seePersons = personsOfChanges(byName);
  /** The same page, of which the persons are noted. */
  const seen = (context: RequestContext, page: Page<RecordChange>): Page<RecordChange> => ({
    hasPreviousPage: page.hasPreviousPage,
    countAll: () => page.countAll(),
    read: async () => {
      const rows = await page.read();
      await seePersons(context, rows.nodes);
      return rows;
    },
  });
  const feed = {
    name: `${area}RecordChanges`,
    type,
    tables: tables.map(({ name }) => name),
    seePersons,
  };
  return {
    entities: [type],
    resolvers: [
      queries({
        [feed.name]: {
          type: () => list.connection,
          nullable: true,
          description:
            "What was done to all records of the area, in the order in which it was committed, for programs that keep a copy: nothing is ever added before a place that was read.",
          arguments: FeedArguments,
          find: (_none: undefined, given: FeedArguments, context: RequestContext) =>
            new list.connection(feedPage(context, feed, given)),
        },
      }),
      ...types.map(({ type: root, parts = [] }) => {
        const key = keyColumn(root).propertyName;
        const own = list.by("record_id", {
          name: `of${root.name}`,
          condition: (sql) => isChangeOf(tableOf(root), parts.map(tableOf), sql),
        });
        const keyOf = (record: ObjectLiteral) => String(record[key]);
        const field = own.all(keyOf, {
          nullable: false,
          description: `What was done to the ${words(root.name)}, and to what belongs to it.`,
        });
        return fieldsOf(root as ClassType<ObjectLiteral>, {
          changes: {
            ...field,
            find: (record: ObjectLiteral, request: ListRequest, context: RequestContext) =>
              new list.connection(seen(context, own.pageOf(context, keyOf(record), request))),
          },
        });
      }),
    ],
    access: {
      [`${upperFirst(area)}RecordChange`]: records,
      [`${upperFirst(area)}FieldChange`]: records,
      ...Object.fromEntries(
        ["actor", "requestId", "reason"].map((field) => [
          `${upperFirst(area)}RecordChange.${field}`,
          changes,
        ]),
      ),
      [`Query.${feed.name}`]: persons,
      ...Object.fromEntries(
        types.flatMap(({ type: { name }, access }) =>
          access ? [[`${name}.changes`, access]] : [],
        ),
      ),
    },
  };
}
