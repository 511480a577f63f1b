import { parseValue, valueFromASTUntyped } from "graphql";
import type { Draw } from "../../support/statistics/draw";
import type { PlainArgument, PlainField } from "./plain-document";

/** A document that asks for what a plain one does, or for some of it, in other words. */
export interface DressedDocument {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What is answered to it where this is answered to the plain document. */
  answerFrom(plain: unknown): unknown;
}

/** What an object of the answer holds, in its order. */
type Shape = readonly ShapedField[];

interface ShapedField {
  readonly responseName: string;
  readonly plainName: string;
  readonly below: Shape;
}

interface Selection {
  /** Fields and fragments, in their order. */
  readonly pieces: readonly string[];
  readonly shape: Shape;
}

/** Names that a planner may take for keys or its own, beside the names of an object's fields. */
const aliases = [
  ...["code", "year", "id", "__typename", "__proto__", "constructor", "_entities", "code_"],
  ...["code__", "name__alias_0", "a", "b", "c", "d", "e", "__schema"],
];
const variableNames = ["representations", "code", "first", "if", "_", "__typename", "id", "year"];

/** Dresses a plain query up with aliases, fragments, conditions and variables. */
export function dressUp(draw: Draw, fields: readonly PlainField[], root: string): DressedDocument {
  return new Dresser(draw).document(fields, root);
}

class Dresser {
  private readonly definitions: string[] = [];
  private readonly values: Record<string, unknown> = {};
  private readonly fragments: string[] = [];

  constructor(private readonly draw: Draw) {}

  document(fields: readonly PlainField[], root: string): DressedDocument {
    const { pieces, shape } = this.selection(fields, root);
    const variables = this.definitions.length > 0 ? `(${this.definitions.join(", ")})` : "";
    return {
      query: `query Dressed${variables} { ${pieces.join(" ")} }\n${this.fragments.join("\n")}`,
      variables: this.values,
      answerFrom: (plain) => shaped(shape, plain),
    };
  }

  private selection(fields: readonly PlainField[], type: string): Selection {
    const taken = new Set<string>();
    const shape: ShapedField[] = [];
    const first: string[] = [];
    const second: string[] = [];
    for (const field of fields) {
      if (this.draw.chance(0.1)) continue;
      for (let times = this.draw.chance(0.2) ? 2 : 1; times > 0; times -= 1) {
        const responseName = this.responseName(field, fields, taken);
        const below = this.selection(field.fields, field.type);
        const isLeftOut = this.draw.chance(0.1);
        const written = this.field(field, responseName, below, isLeftOut);
        first.push(written[0]);
        second.push(...written.slice(1));
        const shapedField = { responseName, plainName: field.name, below: below.shape };
        if (!isLeftOut) shape.push(shapedField);
      }
    }
    const pieces = [...first, ...second];
    if (pieces.length > 0) return { pieces: this.wrapped(pieces, type), shape };
    if (fields.length === 0) return { pieces, shape };
    // All was left out: what is selected of an object may not be nothing.
    return { pieces: [`none: __typename ${this.condition(false)}`], shape };
  }

  /** A field, in one place or in two, which are to be merged. */
  private field(
    { name, arguments: given }: PlainField,
    responseName: string,
    { pieces }: Selection,
    isLeftOut: boolean,
  ): [string, ...string[]] {
    const values = given.map((argument) => `${argument.name}: ${this.value(argument)}`);
    const call = values.length > 0 ? `${name}(${values.join(", ")})` : name;
    const field = responseName === name ? call : `${responseName}: ${call}`;
    const write = (selected: readonly string[]) => {
      const sure = isLeftOut || this.draw.chance(0.15);
      const condition = sure ? ` ${this.condition(!isLeftOut)}` : "";
      return `${field}${condition}${selected.length > 0 ? ` { ${selected.join(" ")} }` : ""}`;
    };
    const cut = this.draw.int(1, Math.max(1, pieces.length - 1));
    return pieces.length > 1 && this.draw.chance(0.3)
      ? [write(pieces.slice(0, cut)), write(pieces.slice(cut))]
      : [write(pieces)];
  }

  private responseName(
    { name }: PlainField,
    siblings: readonly PlainField[],
    taken: Set<string>,
  ): string {
    const names = [...aliases, ...siblings.map((sibling) => sibling.name)];
    let chosen = this.draw.chance(0.5) ? name : this.draw.one(names);
    while (taken.has(chosen)) chosen = this.draw.chance(0.5) ? this.draw.one(names) : `${chosen}x`;
    taken.add(chosen);
    return chosen;
  }

  /** Some of the pieces in fragments, of fragments too, and now and then once more. */
  private wrapped(pieces: readonly string[], type: string): string[] {
    const result: string[] = [];
    for (let index = 0; index < pieces.length;) {
      const some = pieces.slice(index, index + this.draw.int(1, 3));
      index += some.length;
      if (!this.draw.chance(0.35)) result.push(...some);
      else
        result.push(this.fragment(this.draw.chance(0.3) ? this.wrapped(some, type) : some, type));
    }
    return this.draw.chance(0.1) ? [...result, this.draw.one(result)] : result;
  }

  private fragment(pieces: readonly string[], type: string): string {
    const condition = this.draw.chance(0.3) ? ` ${this.condition(true)}` : "";
    const selection = `{ ${pieces.join(" ")} }`;
    if (this.draw.chance(0.4)) return `...${condition} ${selection}`;
    if (this.draw.chance(0.5)) return `... on ${type}${condition} ${selection}`;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type} ${selection}`);
    return `...${name}${condition}`;
  }

  /** A directive under which something is in, or is left out. */
  private condition(isIn: boolean): string {
    const isSkip = this.draw.chance(0.5);
    const value = isIn !== isSkip;
    const literal = String(value);
    return `@${isSkip ? "skip" : "include"}(if: ${this.draw.chance(0.5) ? literal : this.variable("Boolean", literal, true)})`;
  }

  private value({ type, literal }: PlainArgument): string {
    if (!this.draw.chance(0.4)) return literal;
    return this.variable(type.replace(/!$/, ""), literal, type.endsWith("!"));
  }

  /** A variable of this value, given or by default. */
  private variable(type: string, literal: string, isRequired: boolean): string {
    const wanted = this.draw.one(variableNames);
    const name =
      wanted in this.values || this.isDefined(wanted)
        ? `${wanted}${this.definitions.length}`
        : wanted;
    const mark = isRequired && this.draw.chance(0.7) ? "!" : "";
    const hasDefault = this.draw.chance(0.3) || (isRequired && mark === "");
    this.definitions.push(`$${name}: ${type}${mark}${hasDefault ? ` = ${literal}` : ""}`);
    if (!hasDefault || this.draw.chance(0.3)) {
      this.values[name] = valueFromASTUntyped(parseValue(literal));
    }
    return `$${name}`;
  }

  private isDefined(name: string): boolean {
    return this.definitions.some((definition) => definition.startsWith(`$${name}:`));
  }
}

function shaped(shape: Shape, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((element) => shaped(shape, element));
  if (typeof value !== "object" || value === null) return value;
  const plain = value as Readonly<Record<string, unknown>>;
  const result = Object.create(null) as Record<string, unknown>;
  for (const { responseName, plainName, below } of shape) {
    result[responseName] = shaped(below, plain[plainName]);
  }
  return result;
}
