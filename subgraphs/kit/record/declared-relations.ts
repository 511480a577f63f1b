import { type ClassType, Field } from "type-graphql";
import type { ListedNodes } from "../connection/list-definition";
import type { FilterRelation } from "../filter/filtered-records";

/** A list that others can be filtered by. */
export interface RelatedList {
  readonly definition: ListedNodes<object>;
  /** The filter input of one of its nodes; absent where there is nothing to filter by. */
  readonly filter: ClassType | undefined;
  /** The filter input of several. */
  readonly someFilter: () => ClassType;
}

/** What the nodes of a list refer to, and its list can be filtered by. */
export interface DeclaredRelation {
  readonly list: RelatedList;
  readonly description: string;
  readonly isMany: boolean;
  /** The column of the key on the side of the list's own nodes. */
  readonly key: string;
  /** That on the other side. */
  readonly toKey: string;
  /** Which of them count, in SQL; absent: all. */
  readonly where?: string;
  /** True if only those of the day of the list count. */
  readonly onDay: boolean;
  /** True if both are about the same person, who is noted with the list's own node. */
  readonly ofSamePerson: boolean;
}

type Said<Required extends keyof DeclaredRelation> = Pick<DeclaredRelation, Required> &
  Partial<Pick<DeclaredRelation, "key" | "toKey" | "where" | "onDay" | "ofSamePerson">>;

/** The one that a column of the nodes is the key of. */
export function one(list: RelatedList, said: Said<"description" | "key">): DeclaredRelation {
  return { list, isMany: false, toKey: "id", onDay: false, ofSamePerson: false, ...said };
}

/** Those with a column that is the key of the node. */
export function many(list: RelatedList, said: Said<"description" | "toKey">): DeclaredRelation {
  return { list, isMany: true, key: "id", onDay: false, ofSamePerson: false, ...said };
}

/**
 * Adds filter fields to an input. Returns what they stand for.
 * @throws Error where the other list has no filter, or is of no day
 */
export function relationsOf(
  filter: ClassType,
  declared: Readonly<Record<string, DeclaredRelation>>,
): Record<string, FilterRelation> {
  const added: Record<string, FilterRelation> = {};
  for (const [name, { list, description, key, toKey, ...how }] of Object.entries(declared)) {
    const { definition: to } = list;
    const type = how.isMany ? list.someFilter() : list.filter;
    if (!type) throw new Error(`the list ${to.name} has no filter for ${name}`);
    if (how.onDay && !to.asOf) throw new Error(`the list ${to.name} is of no day for ${name}`);
    Field(() => type, { nullable: true, description })(filter.prototype, name);
    added[name] = {
      to,
      isMany: how.isMany,
      key: `t.${key}`,
      toKey: `t.${toKey}`,
      ...onlySome(to, how),
      ofSamePerson: how.ofSamePerson,
    };
  }
  return added;
}

/** Which related records count, where not all do. */
function onlySome(
  { asOf }: ListedNodes<object>,
  { onDay, where }: Pick<DeclaredRelation, "onDay" | "where">,
): Pick<FilterRelation, "only"> {
  if (onDay && asOf) return { only: (day) => [asOf(day()), where].filter(Boolean).join(" AND ") };
  return where === undefined ? {} : { only: () => where };
}
