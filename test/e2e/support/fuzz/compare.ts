import {
  type GraphQLFormattedError,
  type GraphQLOutputType,
  isLeafType,
  isListType,
  isNonNullType,
  getNullableType,
} from "graphql";
import { canonical } from "./hash";
import type { ReferenceAnswer } from "./reference";

/** What came back for an operation. */
export interface Answer {
  readonly data: unknown;
  readonly errors: readonly GraphQLFormattedError[];
}

/** The answers between which another must lie: with all that there is, and without what could be missing. */
export interface Bounds {
  readonly most: ReferenceAnswer;
  readonly least: ReferenceAnswer;
  /** Whether a subgraph said that it does not know an entity: what only it has of this one is null without an error. */
  readonly isToldNull: boolean;
  /** Whether a field is computed from what could be missing: a subgraph may be sent null for that. */
  readonly isFree: (coordinate: string) => boolean;
}

type Path = readonly (string | number)[];

/** What is wrong with an answer to which nothing may be missing. */
export function differenceFrom(reference: ReferenceAnswer, answer: Answer): string | undefined {
  const [error] = answer.errors;
  if (error) return `error at ${text(error.path)}: ${error.message}`;
  return differenceOfData(reference.data, answer.data);
}

/**
 * What is wrong with an answer where fields of some objects fail: it must have the reference's data, and its errors must
 * be about the same nulls.
 */
export function differenceWithFailures(
  reference: ReferenceAnswer,
  answer: Answer,
): string | undefined {
  const difference = differenceOfData(reference.data, answer.data);
  if (difference !== undefined) return difference;
  const about = (errors: readonly { readonly path?: Path | undefined }[]) =>
    new Set(errors.map(({ path }) => (path ? text(nullAbove(reference.data, path)) : "no place")));
  const [wanted, given] = [about(reference.errors ?? []), about(answer.errors)];
  const missing = [...wanted].filter((path) => !given.has(path));
  const more = [...given].filter((path) => !wanted.has(path));
  if (missing.length > 0) return `no error about the null at ${missing[0]}`;
  return more.length > 0 ? `an error about ${more[0]}, where nothing failed` : undefined;
}

/**
 * What is wrong with an answer where something may be missing. No value may be another; what could not be missing must
 * be there; each null must be where one may be, and an error must say why it is there.
 */
export function differenceWithin(bounds: Bounds, answer: Answer): string | undefined {
  const nulls: Path[] = [];
  const problem = new Walk(bounds, nulls).problem(
    { most: bounds.most.data, least: bounds.least.data, given: answer.data },
    [],
    undefined,
  );
  if (problem !== undefined) return problem;
  const { most, isToldNull } = bounds;
  const unexplained = nulls.find((path) => !isToldNull && !isExplained(path, answer, most.types));
  return unexplained && `null at ${text(unexplained)}, which no error explains`;
}

interface Values {
  readonly most: unknown;
  readonly least: unknown;
  readonly given: unknown;
}

class Walk {
  constructor(
    private readonly bounds: Bounds,
    /** The outermost nulls where the reference has something. */
    private readonly nulls: Path[],
  ) {}

  problem(
    { most, least, given }: Values,
    path: Path,
    type: GraphQLOutputType | undefined,
  ): string | undefined {
    if (given === null) {
      if (most === null || most === undefined) return undefined;
      if (least !== null && least !== undefined)
        return `null at ${text(path)}, which nothing could have touched`;
      if (type && isNonNullType(type)) return `null at ${text(path)}, which is ${String(type)}`;
      this.nulls.push(path);
      return undefined;
    }
    const coordinate = this.bounds.most.coordinates.get(path.join("."));
    if (coordinate !== undefined && this.bounds.isFree(coordinate)) return undefined;
    const nullable = type && getNullableType(type);
    if (!isObject(given) || !isObject(most) || (nullable && isLeafType(nullable))) {
      return canonical(given) === canonical(most) ? undefined : different(path, most, given);
    }
    if (Array.isArray(given) && Array.isArray(most) && nullable && isListType(nullable)) {
      if (given.length !== most.length) return different(path, most, given);
      return this.first(given.keys(), { most, least, given }, path, () => nullable.ofType);
    }
    const names = Object.keys(most);
    // Their order is compared where nothing is faulty.
    if (canonical(names.toSorted()) !== canonical(Object.keys(given).toSorted())) {
      return different(path, names, Object.keys(given));
    }
    return this.first(names, { most, least, given }, path, (name) =>
      this.bounds.most.types.get([...path, name].join(".")),
    );
  }

  private first(
    names: Iterable<string | number>,
    { most, least, given }: Values,
    path: Path,
    typeOf: (name: string | number) => GraphQLOutputType | undefined,
  ): string | undefined {
    for (const name of names) {
      const values = { most: at(most, name), least: at(least, name), given: at(given, name) };
      const problem = this.problem(values, [...path, name], typeOf(name));
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
}

/** An error at or above a null explains it, one without a place any; one below it does if nothing between may be null. */
function isExplained(
  path: Path,
  { errors }: Answer,
  types: ReadonlyMap<string, GraphQLOutputType>,
): boolean {
  return errors.some(({ path: place }) => {
    if (!place) return true;
    const shorter = Math.min(place.length, path.length);
    if (text(place.slice(0, shorter)) !== text(path.slice(0, shorter))) return false;
    for (let length = path.length + 1; length <= place.length; length += 1) {
      if (mayBeNull(place.slice(0, length), types)) return false;
    }
    return true;
  });
}

function mayBeNull(path: Path, types: ReadonlyMap<string, GraphQLOutputType>): boolean {
  let depth = 0;
  while (typeof path.at(-1 - depth) === "number") depth += 1;
  let type = types.get(path.slice(0, path.length - depth).join("."));
  for (; type && depth > 0; depth -= 1) {
    const list: GraphQLOutputType = getNullableType(type);
    type = isListType(list) ? (list.ofType as GraphQLOutputType) : undefined;
  }
  return type !== undefined && !isNonNullType(type);
}

function differenceOfData(most: unknown, given: unknown): string | undefined {
  const [wanted, got] = [JSON.stringify(most), JSON.stringify(given)];
  if (wanted === got) return undefined;
  if (canonical(most) === canonical(given)) return `fields in another order: ${got}`;
  return firstDifference(most, given, []);
}

function firstDifference(most: unknown, given: unknown, path: Path): string {
  if (isObject(most) && isObject(given)) {
    for (const name of new Set([...Object.keys(most), ...Object.keys(given)])) {
      const [one, other] = [at(most, name), at(given, name)];
      if (canonical(one) !== canonical(other) || (one === undefined) !== (other === undefined)) {
        return firstDifference(one, other, [...path, name]);
      }
    }
  }
  return different(path, most, given);
}

function nullAbove(data: unknown, path: Path): Path {
  let value = data;
  for (let length = 0; length < path.length; length += 1) {
    if (value === null || value === undefined) return path.slice(0, length);
    value = at(value, path[length] ?? "");
  }
  return path;
}

function different(path: Path, wanted: unknown, given: unknown): string {
  const show = (value: unknown) => (JSON.stringify(value) ?? "nothing").slice(0, 300);
  return `at ${text(path)}: expected ${show(wanted)}, received ${show(given)}`;
}

function at(value: unknown, name: string | number): unknown {
  return isObject(value) && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function text(path: Path | undefined): string {
  return path === undefined ? "no place" : `/${path.join("/")}`;
}
