import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  parse,
  validate,
} from "graphql";
import type { Draw } from "../../../support/statistics/draw";
import { fieldsOf } from "./federation";
import type { Operation } from "./reference";

/** What is drawn. */
export interface DrawOptions {
  readonly schema: GraphQLSchema;
  /** How deep objects are nested. */
  readonly depth: number;
  /** Which fields may be asked for: `Official.name`. */
  readonly isWanted: (coordinate: string) => boolean;
}

/** Of an operation with so many fields and fragments the rest is short. */
const mostPieces = 18;

/** Names for what is asked for: of keys, of the planner, of every object of JavaScript. */
const aliases = [
  ...["id", "badge", "number", "region", "code", "year", "name", "alias", "rank", "born", "tax"],
  ...["__typename", "__proto__", "constructor", "_entities", "id_", "name__alias_0", "a", "b", "c"],
];
const variableNames = ["representations", "id", "first", "if", "a", "b", "__typename", "year"];

/** Draws a valid operation. */
export function drawOperation(draw: Draw, options: DrawOptions): Operation {
  for (;;) {
    const operation = new OperationDraw(draw, options).operation();
    if (validate(options.schema, parse(operation.query)).length === 0) return operation;
  }
}

interface Fragment {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

class OperationDraw {
  private readonly variables: Record<string, unknown> = {};
  private readonly definitions = new Map<string, string>();
  private readonly fragments: Fragment[] = [];
  /** What each response name stands for: the same name at one place must mean the same. */
  private readonly meanings = new Map<string, string>();
  private pieces = 0;

  constructor(
    private readonly draw: Draw,
    private readonly options: DrawOptions,
  ) {}

  operation(): Operation {
    const { schema } = this.options;
    const isChange = schema.getMutationType() && this.draw.chance(0.15);
    const root = isChange ? schema.getMutationType() : schema.getQueryType();
    if (!root) throw new Error("The schema has no queries.");
    const selection = this.selection(root, "", 0);
    const variables = [...this.definitions.values()].join(", ");
    const fragments = this.fragments.map(
      ({ name, type, text }) => `fragment ${name} on ${type} ${text}`,
    );
    const kind = isChange ? "mutation" : "query";
    const head = variables === "" ? kind : `${kind} Random(${variables})`;
    return { query: [`${head} ${selection}`, ...fragments].join("\n"), variables: this.variables };
  }

  private selection(type: GraphQLCompositeType, path: string, depth: number): string {
    const most = this.pieces < mostPieces ? 4 : 1;
    const pieces = Array.from({ length: this.draw.int(1, most) }, () =>
      this.piece(type, path, depth),
    );
    return `{ ${pieces.join(" ")} }`;
  }

  private piece(type: GraphQLCompositeType, path: string, depth: number): string {
    this.pieces += 1;
    const kind = this.draw.int(1, 20);
    if (kind === 1) return this.typename(path);
    if (kind === 2) return `...${this.condition(0.4)} ${this.selection(type, path, depth)}`;
    if (kind <= 4 || (isAbstractType(type) && kind <= 12)) {
      const other = this.conditionOn(type);
      return `... on ${other.name}${this.condition(0.3)} ${this.selection(other, path, depth)}`;
    }
    if (kind === 13) return this.namedFragment(type, path, depth);
    return this.field(type, path, depth) ?? this.typename(path);
  }

  private typename(path: string): string {
    const alias = this.draw.chance(0.5) ? "__typename" : this.draw.one(aliases);
    const name = this.named(alias, path, "__typename");
    const typename = name === "__typename" ? name : `${name}: __typename`;
    return `${typename}${this.condition(0.15)}`;
  }

  private conditionOn(type: GraphQLCompositeType): GraphQLCompositeType {
    const { schema } = this.options;
    const possible = isAbstractType(type) ? [...schema.getPossibleTypes(type)] : [type];
    const others = Object.values(schema.getTypeMap()).filter(
      (each): each is GraphQLCompositeType =>
        isAbstractType(each) &&
        schema.getPossibleTypes(each).some((one) => possible.some(({ name }) => name === one.name)),
    );
    return this.draw.chance(0.75) ? this.draw.one(possible) : this.draw.one([type, ...others]);
  }

  private namedFragment(type: GraphQLCompositeType, path: string, depth: number): string {
    const known = this.fragments.filter((fragment) => fragment.type === type.name);
    if (known.length > 0 && this.draw.chance(0.4)) {
      return `...${this.draw.one(known).name}${this.condition(0.3)}`;
    }
    const other = this.conditionOn(type);
    const text = this.selection(other, path, depth);
    const name = `F${this.fragments.length}`;
    this.fragments.push({ name, type: other.name, text });
    return `...${name}${this.condition(0.3)}`;
  }

  private field(type: GraphQLCompositeType, path: string, depth: number): string | undefined {
    const { isWanted, depth: deepest } = this.options;
    const wanted = Object.values(fieldsOf(type)).filter(
      (field) =>
        isWanted(`${type.name}.${field.name}`) &&
        (depth < deepest || !isCompositeType(getNamedType(field.type))),
    );
    if (wanted.length === 0) return undefined;
    const field = this.draw.one(wanted);
    const meaning = `${field.name}${this.argumentsOf(field, path)}`;
    const siblings = Object.keys(fieldsOf(type));
    const alias = this.draw.chance(0.6) ? field.name : this.draw.one([...aliases, ...siblings]);
    const name = this.named(alias, path, `${meaning}: ${String(field.type)}`);
    const call = name === field.name ? meaning : `${name}: ${meaning}`;
    const of = getNamedType(field.type);
    const below = isCompositeType(of) ? ` ${this.selection(of, `${path}.${name}`, depth + 1)}` : "";
    return `${call}${this.condition(0.2)}${below}`;
  }

  /** A response name that means nothing else at this place. */
  private named(wanted: string, path: string, meaning: string): string {
    let name = wanted;
    for (let number = 1; ; number += 1) {
      const known = this.meanings.get(`${path}.${name}`);
      if (known === undefined || known === meaning) break;
      name = `${wanted}${number}`;
    }
    this.meanings.set(`${path}.${name}`, meaning);
    return name;
  }

  /** The arguments of a field: those of the same field at the same place more often than not, so that they merge. */
  private argumentsOf(field: GraphQLField<unknown, unknown>, path: string): string {
    const place = `${path}.${field.name}()`;
    const known = this.meanings.get(place);
    if (known !== undefined && this.draw.chance(0.6)) return known;
    const given = field.args.flatMap((argument) => {
      const text = this.optional(argument, isRequiredArgument(argument));
      return text === undefined ? [] : [`${argument.name}: ${text}`];
    });
    const text = given.length > 0 ? `(${given.join(", ")})` : "";
    this.meanings.set(place, text);
    return text;
  }

  private optional(
    { type, defaultValue }: GraphQLArgument | GraphQLInputField,
    isRequired: boolean,
  ): string | undefined {
    if (!isRequired && this.draw.chance(0.4)) return undefined;
    return this.value(type, defaultValue !== undefined);
  }

  private value(type: GraphQLInputType, hasDefault = false): string {
    if (this.draw.chance(0.3)) return `$${this.variable(type, hasDefault)}`;
    if (isNonNullType(type)) return this.literal(type.ofType);
    return this.draw.chance(0.12) ? "null" : this.literal(type);
  }

  private literal(type: GraphQLInputType): string {
    if (isNonNullType(type)) return this.literal(type.ofType);
    if (isListType(type)) {
      const elements = Array.from({ length: this.draw.int(0, 2) }, () => this.value(type.ofType));
      return `[${elements.join(", ")}]`;
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).flatMap((field) => {
        const text = this.optional(field, isRequiredInputField(field));
        return text === undefined ? [] : [`${field.name}: ${text}`];
      });
      return `{ ${fields.join(", ")} }`;
    }
    return this.constant(type);
  }

  /** A literal without variables. */
  private constant(type: GraphQLInputType): string {
    if (isNonNullType(type)) return this.constant(type.ofType);
    if (isListType(type)) return `[${this.constant(type.ofType)}]`;
    if (isEnumType(type)) return this.draw.one(type.getValues()).name;
    if (isInputObjectType(type)) {
      const required = Object.values(type.getFields()).filter(isRequiredInputField);
      return `{ ${required.map((field) => `${field.name}: ${this.constant(field.type)}`).join(", ")} }`;
    }
    return this.draw.one(samples[type.name] ?? ['"x"']);
  }

  /** A variable that is given, has a default, is null or is missing, as its type permits. */
  private variable(type: GraphQLInputType, hasDefault: boolean): string {
    const name = this.freshVariable();
    // A null where there is a default is refused before any subgraph is asked.
    const isStrict = isNonNullType(type) || (hasDefault && this.draw.chance(0.5));
    const written = isStrict && !isNonNullType(type) ? `${String(type)}!` : String(type);
    const isWithDefault = this.draw.chance(0.3);
    const fallback = isWithDefault ? ` = ${this.constant(type)}` : "";
    this.definitions.set(name, `$${name}: ${written}${fallback}`);
    const kind = this.draw.int(1, 10);
    if (!isStrict && kind === 1) this.variables[name] = null;
    else if ((isStrict && !isWithDefault) || kind <= 6) this.variables[name] = this.json(type);
    return name;
  }

  private freshVariable(): string {
    const wanted = this.draw.one(variableNames);
    return this.definitions.has(wanted) ? `${wanted}${this.definitions.size}` : wanted;
  }

  private json(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.json(type.ofType);
    if (isListType(type))
      return Array.from({ length: this.draw.int(0, 2) }, () => this.json(type.ofType));
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isRequiredInputField(field) || this.draw.chance(0.5),
      );
      return Object.fromEntries(fields.map((field) => [field.name, this.json(field.type)]));
    }
    const text = this.constant(type);
    return isEnumType(type) ? text : (JSON.parse(text) as unknown);
  }

  private condition(probability: number): string {
    if (!this.draw.chance(probability)) return "";
    const one = (name: "skip" | "include") => {
      // Left out one time in three.
      const value = this.draw.chance(0.33) === (name === "skip");
      const text = this.draw.chance(0.4) ? String(value) : `$${this.flag(value)}`;
      return ` @${name}(if: ${text})`;
    };
    return this.draw.chance(0.1)
      ? `${one("skip")}${one("include")}`
      : one(this.draw.one(["skip", "include"]));
  }

  private flag(value: boolean): string {
    const name = this.freshVariable();
    const kind = this.draw.int(1, 3);
    const fallback = kind === 1 ? ` = ${String(value)}` : kind === 2 ? ` = ${String(!value)}` : "";
    this.definitions.set(
      name,
      `$${name}: Boolean${fallback === "" || this.draw.chance(0.5) ? "!" : ""}${fallback}`,
    );
    if (kind !== 1) this.variables[name] = value;
    return name;
  }
}

/** Values of scalars; those of the project's own are such as it accepts. */
const samples: Readonly<Record<string, readonly string[]>> = {
  Int: ["0", "1", "2", "2023"],
  Float: ["1.5", "0", "-2"],
  Boolean: ["true", "false"],
  String: ['"x"', '"東京"', '""'],
  ID: ['"x1"', '"x2"'],
  Json: ['"x"', "1"],
  Date: ['"2024-01-01"'],
  DateTime: ['"2024-01-01T00:00:00+09:00"'],
  KnownAt: ['"2024-01-01"'],
  PartialDate: ['"2024"'],
  CountryCode: ['"JP"', '"FR"'],
};
