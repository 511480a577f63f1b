import type { ClassType } from "type-graphql";
import { ID } from "type-graphql";
import type { ObjectLiteral } from "typeorm";
import type { DeclaredArgument, DeclaredField } from "./declared-fields";
import { knownAtDescription } from "../clock";
import { KnownAtScalar } from "../graphql/scalars";
import { recordAsKnown } from "../history/record-as-known";
import type { DatabaseLoader } from "../loaders";
import type { EntityClass } from "../mutation/entity-class";
import { byKey } from "./by-key";

/** A field of `Query` that gives the record of this class with a key, or null where there is none. */
export function oneByKey<Node extends ObjectLiteral>(
  type: ClassType<Node>,
  description: string,
  argument: string,
  key = "id",
): DeclaredField<undefined, Readonly<Record<string, string>>> {
  return {
    type: () => type,
    nullable: true,
    description,
    arguments: { [key]: { type: ID, description: argument } },
    find: (_none, args, context) => context.load(byKey(type), args[key] ?? ""),
  };
}

/** What {@link oneKnownByKey} is asked with. */
export interface KnownByKeyArguments {
  readonly id: string;
  readonly knownAt?: Date | null;
}

/** The same for a record whose table has a history: as it is now, or as it was on record at a moment. */
export function oneKnownByKey<Node extends ObjectLiteral>(
  type: ClassType<Node> & EntityClass<Node>,
  description: string,
  argument: string,
): DeclaredField<undefined, KnownByKeyArguments> {
  const asKnown = recordAsKnown(type);
  return {
    type: () => type,
    nullable: true,
    description,
    arguments: { id: { type: ID, description: argument }, knownAt: knownAtArgument },
    find: (_none, { id, knownAt }, context) =>
      knownAt ? asKnown(context, id, knownAt) : context.load(byKey(type), id),
  };
}

/** The argument of a field that answers as of what was on record. */
export const knownAtArgument: DeclaredArgument<Date> = {
  type: KnownAtScalar,
  nullable: true,
  description: knownAtDescription,
};

/** A field whose value a loader gives for a key of its node. */
export function loaded<Source, Key, Value>(
  type: () => unknown,
  description: string,
  loader: DatabaseLoader<Key, Value>,
  keyOf: (source: Source) => Key,
): DeclaredField<Source> {
  return {
    type,
    description,
    find: (source, _none, context) => context.load(loader, keyOf(source)),
  };
}
