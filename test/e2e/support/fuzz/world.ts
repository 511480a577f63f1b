import {
  getArgumentValues,
  type GraphQLOutputType,
  GraphQLError,
  Kind,
  type SelectionSetNode,
} from "graphql";
import { fieldsOf, type Member } from "./federation";
import type { FederationFacts, Shape } from "./field-facts";
import { canonical, hashOf } from "./hash";

/** How many objects there are of a type: few, so that one is met at several places. A multiple of 2 and 3. */
const population = 6;

/** An object of the world: which one it is of its type. */
export interface WorldObject {
  readonly __typename: string;
  readonly seed: number;
  /** What a subgraph was sent of it. */
  readonly representation?: Readonly<Record<string, unknown>>;
  /** What the subgraph knows of it although it is another's. */
  readonly provided?: SelectionSetNode;
}

/** What does not answer: a field of one object, everywhere. */
export interface FieldFault {
  readonly type: string;
  readonly seed: number;
  readonly field: string;
  readonly kind: "throws" | "is null";
}

/** A field that is asked of an object. */
export interface AskedField {
  readonly source: WorldObject;
  readonly field: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** What it requires, as a subgraph was sent it; what it is where this is not given. */
  readonly needs?: unknown;
}

/**
 * The data of a federation: each value follows from its object, its field and its arguments, so that all subgraphs and
 * the one that knows everything say the same. A value that requires others follows from these too.
 */
export class World {
  private readonly requires: ReadonlyMap<string, SelectionSetNode>;
  private readonly faults = new Map<string, FieldFault["kind"]>();

  constructor(
    readonly facts: FederationFacts,
    faults: readonly FieldFault[] = [],
  ) {
    this.requires = new Map(facts.members.flatMap(({ requires }) => [...requires]));
    for (const { type, seed, field, kind } of faults) {
      this.faults.set(`${type}#${seed}.${field}`, kind);
    }
  }

  /** What a field of an object gives. Throws what its fault says. */
  value({ source, field, args, needs }: AskedField): unknown {
    const { __typename: type, seed } = source;
    const identity = this.facts.identityOf(type);
    const fault = this.faults.get(`${identity}#${seed}.${field}`);
    if (fault === "throws") throw new GraphQLError(`${type}.${field} is not known.`);
    if (fault === "is null") return null;
    const { shape, typeName, choices, isComposite } = this.facts.of(type, field);
    if (this.facts.ofKeys.has(`${identity}.${field}`)) {
      return isComposite
        ? this.object(typeName, seed)
        : keyValue(typeName, choices, identity, field, seed);
    }
    const required = this.requires.get(`${type}.${field}`);
    const parts = [identity, seed, field, canonical(args)];
    if (required) parts.push(canonical(needs ?? this.required(source, required)));
    return filled(shape, parts.join("|"), (key) =>
      isComposite ? this.anyObject(choices, key) : leaf(typeName, choices, key),
    );
  }

  /** What a subgraph has to be sent of an object. */
  required(
    source: WorldObject,
    { selections }: SelectionSetNode,
  ): Readonly<Record<string, unknown>> {
    const found: Record<string, unknown> = {};
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        const fits =
          condition === undefined || this.facts.typesOf(condition).includes(source.__typename);
        if (fits) Object.assign(found, this.required(source, selection.selectionSet));
      } else if (selection.kind === Kind.FIELD) {
        const field = fieldsOf(this.facts.schema.getType(source.__typename))[selection.name.value];
        const args = field ? getArgumentValues(field, selection) : {};
        const value = this.valueOrNull({ source, field: selection.name.value, args });
        const { selectionSet } = selection;
        found[selection.name.value] = selectionSet
          ? mapped(value, (object) => this.required(object as WorldObject, selectionSet))
          : value;
      }
    }
    return found;
  }

  /** The object that a representation stands for, by a key of a subgraph; nothing if it is the one of none. */
  find(
    representation: Readonly<Record<string, unknown>>,
    { keys }: Member,
  ): WorldObject | undefined {
    const type = String(representation["__typename"]);
    for (let seed = 0; seed < population; seed += 1) {
      const object = { __typename: type, seed };
      const fits = keys.get(type)?.some((key) => {
        const own = this.required(object, key);
        return canonical(picked(representation, key)) === canonical(own);
      });
      if (fits) return { ...object, representation };
    }
    return undefined;
  }

  private valueOrNull(asked: AskedField): unknown {
    try {
      return this.value(asked);
    } catch {
      return null;
    }
  }

  private anyObject(types: readonly string[], key: string): WorldObject {
    const hash = hashOf(`${key}!`);
    const type = types[hash % types.length];
    if (type === undefined) throw new Error(`There is no type for ${key}.`);
    return this.object(type, hash >>> 4);
  }

  /** An object of a type. Of those that an interface tells apart, each has one type. */
  private object(type: string, wanted: number): WorldObject {
    const types = this.facts.typesOf(this.facts.identityOf(type));
    const seed = wanted % population;
    return {
      __typename: type,
      seed: seed - (seed % types.length) + Math.max(0, types.indexOf(type)),
    };
  }
}

/** What of a representation a directive names; what is missing is null. */
export function picked(from: unknown, { selections }: SelectionSetNode): unknown {
  return mapped(from, (object) => {
    const given = object as Readonly<Record<string, unknown>>;
    const found: Record<string, unknown> = {};
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const value = given[selection.name.value] ?? null;
        const { selectionSet } = selection;
        found[selection.name.value] = selectionSet ? picked(value, selectionSet) : value;
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const inner = picked(given, selection.selectionSet) as Readonly<Record<string, unknown>>;
        const known = Object.entries(inner).filter(([name]) => name in given);
        Object.assign(found, Object.fromEntries(known));
      }
    }
    return found;
  });
}

/** The objects of a value, however deep in lists, each as something else. */
export function mapped(value: unknown, change: (object: object) => unknown): unknown {
  if (Array.isArray(value)) return value.map((element) => mapped(element, change));
  return typeof value === "object" && value !== null ? change(value) : value;
}

/** Whether a type may be null at its top. */
export function mayBeNull(type: GraphQLOutputType): boolean {
  return !String(type).endsWith("!");
}

function filled(
  { isNullable, element }: Shape,
  key: string,
  make: (key: string) => unknown,
): unknown {
  const hash = hashOf(key);
  if (isNullable && hash % 7 === 0) return null;
  if (!element) return make(key);
  const length = (hash >>> 8) % 4;
  return Array.from({ length }, (_none, index) => filled(element, `${key}/${index}`, make));
}

function keyValue(
  scalar: string,
  choices: readonly string[],
  type: string,
  field: string,
  seed: number,
): unknown {
  if (scalar === "Int") return seed + 10;
  if (scalar === "Float") return seed + 0.5;
  if (scalar === "Boolean") return seed % 2 === 0;
  if (scalar === "ID" || scalar === "String" || choices[0] === scalar)
    return `${type}-${field}-${seed}`;
  return choices[seed % choices.length];
}

function leaf(scalar: string, choices: readonly string[], key: string): unknown {
  const hash = hashOf(`${key}=`);
  switch (scalar) {
    case "Int":
      return hash % 1_000;
    case "Float":
      return (hash % 1_000) / 4;
    case "Boolean":
      return hash % 2 === 0;
    case "Json":
      return hash % 3 === 0
        ? [hash % 10, null, { id: "x", __typename: "Y" }]
        : { id: hash % 100, of: [{ a: null }] };
    default:
      return choices[0] === scalar
        ? `${scalar}-${hash.toString(36)}`
        : choices[hash % choices.length];
  }
}
