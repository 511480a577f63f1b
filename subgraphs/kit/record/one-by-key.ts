import type { ClassType } from "type-graphql";
import { ID } from "type-graphql";
import type { ObjectLiteral } from "typeorm";
import type { DeclaredField } from "./declared-fields";
import type { DatabaseLoader } from "../loaders";
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
