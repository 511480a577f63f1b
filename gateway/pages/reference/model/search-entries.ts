import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from "graphql";
import type { SearchEntry } from "../shared/search-entry";
import { firstSentence } from "./first-sentence";
import { kindOf } from "./kind-of";
import type { Reference } from "./reference";

/** All that can be found in the reference: queries, changes and types, and what is in types other than in parts of lists. */
export function searchEntries({ operations, types }: Reference): readonly SearchEntry[] {
  return [
    ...[...operations].map(([coordinate, { field }]) => entryOf(coordinate, field.description)),
    ...[...types.values()].flatMap((type) => {
      const own = entryOf(type.name, type.description);
      if (kindOf(type) === "part") return [own];
      const members: readonly Described[] =
        isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
          ? Object.values(type.getFields())
          : isEnumType(type)
            ? type.getValues()
            : [];
      return [
        own,
        ...members.map(({ name, description }) => entryOf(`${type.name}.${name}`, description)),
      ];
    }),
  ];
}

/** A field, an input's field or a value. */
interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

function entryOf(coordinate: string, description: string | null | undefined): SearchEntry {
  return [coordinate, firstSentence(description)];
}
