import { type AnswerObject, isAnswerObject, ownProperty, setOwnProperty } from "./own-property";
import { mergeInto } from "./merge-answers";
import type { RequiredSelection } from "../planning/query-plan";
import type { RewriteValue } from "./rewrites";
import type { TypeConditions } from "./type-conditions";

/**
 * Names an entity to a subgraph, as JSON: nothing where it is of another type than those that are asked about, `null` where
 * a part of what it is named by is missing.
 */
export type Represent = (entity: AnswerObject) => string | null | undefined;

/**
 * Prepares what entities are named by.
 *
 * @param optional - where parts are, from the entity, that are left out where they are missing, as they are asked for under conditions
 */
export function representationOf(
  required: readonly RequiredSelection[],
  rewrite: RewriteValue | undefined,
  types: TypeConditions,
  optional: ReadonlySet<string>,
): Represent {
  const plain = rewrite ? undefined : plainRepresentation(required, types, optional);
  return plain ?? withRewrites;

  function withRewrites(entity: AnswerObject): string | null | undefined {
    const representation = selected(entity, required, types, optional);
    if (!representation?.["__typename"]) return withoutName(entity, types);
    if (optional.size > 0 && Object.keys(representation).length === 1) return null;
    rewrite?.(representation);
    return JSON.stringify(representation);
  }
}

/** The usual case: a few fields by the entity's type. */
function plainRepresentation(
  required: readonly RequiredSelection[],
  types: TypeConditions,
  optional: ReadonlySet<string>,
): Represent | undefined {
  const partsByType = new Map<unknown, readonly RepresentationPart[]>();
  for (const selection of required) {
    if (selection.kind === "Field" || selection.typeCondition === undefined) return undefined;
    const names = plainNames(selection.selections);
    if (!names || names.some((name) => optional.has(name))) return undefined;
    for (const type of types.typesWithin(selection.typeCondition)) {
      if (partsByType.has(type)) return undefined;
      partsByType.set(type, partsOf(names));
    }
  }
  return (entity) => {
    const parts = partsByType.get(entity["__typename"]);
    if (!parts) return withoutName(entity, types);
    let json = "";
    for (const { name, before } of parts) {
      const value = entity[name];
      if (value === undefined) return null;
      json += before + JSON.stringify(value);
    }
    return `${json}}`;
  };
}

/** An entity of a type that there is can be of one that is not asked about. */
function withoutName(entity: AnswerObject, types: TypeConditions): null | undefined {
  return types.isType(entity["__typename"]) ? undefined : null;
}

/** A field of a representation, and the text before its value. */
interface RepresentationPart {
  readonly name: string;
  readonly before: string;
}

function partsOf(names: readonly string[]): readonly RepresentationPart[] {
  return names.map((name, index) => ({
    name,
    before: `${index === 0 ? "{" : ","}${JSON.stringify(name)}:`,
  }));
}

/** The names of fields without fields of their own, `__typename` among them; nothing where there are others. */
function plainNames(selections: readonly RequiredSelection[]): readonly string[] | undefined {
  const names = new Set<string>();
  for (const selection of selections) {
    if (selection.kind !== "Field" || selection.selections) return undefined;
    const name = selection.alias ?? selection.name;
    if (name in Object.prototype) return undefined;
    names.add(name);
  }
  return names.has("__typename") ? [...names] : undefined;
}

/** The required fields of an object; nothing where one is missing that is not optional. */
function selected(
  source: AnswerObject,
  required: readonly RequiredSelection[],
  types: TypeConditions,
  optional: ReadonlySet<string>,
  before = "",
): AnswerObject | undefined {
  const result: AnswerObject = {};
  for (const selection of required) {
    if (selection.kind === "InlineFragment") {
      const { typeCondition, selections } = selection;
      const typename = source["__typename"];
      if (typeCondition === undefined || typeof typename !== "string") continue;
      if (!types.typesWithin(typeCondition).has(typename)) continue;
      const part = selected(source, selections, types, optional, before);
      if (part) mergeInto(result, part);
    } else {
      const name = selection.alias ?? selection.name;
      const value = ownProperty(source, name);
      const path = before + name;
      if (value === undefined && optional.has(path)) continue;
      if (value === undefined) return undefined;
      const part = selectedValue(value, selection.selections, types, optional, `${path}.`);
      setOwnProperty(result, name, part);
    }
  }
  return result;
}

function selectedValue(
  value: unknown,
  required: readonly RequiredSelection[] | undefined,
  types: TypeConditions,
  optional: ReadonlySet<string>,
  before: string,
): unknown {
  if (!required) return value;
  if (Array.isArray(value)) {
    return value.map((each) => selectedValue(each, required, types, optional, before));
  }
  return isAnswerObject(value)
    ? (selected(value, required, types, optional, before) ?? null)
    : value;
}
