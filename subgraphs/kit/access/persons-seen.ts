import {
  defaultFieldResolver,
  getNamedType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from "graphql";
import type { AccessPolicies } from "./access-policy";
import { type CountOfPersons, type Person, PersonsCounted } from "./persons-counted";

/** How the person that a row is about is found. */
export interface PersonOf<Context> {
  /** The one property of the row that is needed. */
  readonly key: string;
  /** The person that a row is about; its other properties may be missing. */
  of(row: Readonly<Record<string, unknown>>, context: Context): Person;
}

/** Finds the person of a row by one of its properties. */
export function personBy<Context>(
  key: string,
  personOf: (key: string, context: Context) => Person,
): PersonOf<Context> {
  return { key, of: (row, context) => personOf(String(row[key]), context) };
}

/**
 * The persons that rows are about: a type, or a field of a type that is about a person in that field alone → the
 * person. A type that is reached only through others about the same person needs no entry.
 */
export type DeclaredPersons<Context> = Readonly<Record<string, PersonOf<Context>>>;

/** The person that a record is about, in any of its fields. */
export function personOfRecord<Context>(
  declared: DeclaredPersons<Context>,
  typeName: string,
): PersonOf<Context> | undefined {
  const coordinate = Object.keys(declared).find((key) => key.split(".")[0] === typeName);
  return coordinate === undefined ? undefined : declared[coordinate];
}

/** The persons whose data one answer holds. */
export class PersonsSeen {
  private readonly known = new Set<string>();
  private readonly pending: Promise<string | undefined>[] = [];
  private readonly counted = new PersonsCounted();

  /** Adds a person. */
  add(person: Person): void {
    if (person instanceof Promise) {
      this.pending.push(person);
      // The failure is seen where all are asked for; until then it must not end this process.
      person.catch(() => undefined);
    } else if (person !== undefined) this.known.add(person);
  }

  /** Adds that rows of a type were counted. */
  addCount(count: CountOfPersons): void {
    this.counted.add(count);
  }

  /**
   * All of them, sorted, once their look-ups are done; and the counts of those who are not named, as `Official 1931`,
   * sorted.
   */
  async all(): Promise<{ persons: readonly string[]; counted: readonly string[] }> {
    const { named, unnamed } = await this.counted.all();
    for (const person of [...named, ...(await Promise.all(this.pending))]) this.add(person);
    return { persons: [...this.known].sort(), counted: unnamed };
  }
}

/** What {@link notePersons} needs of a resolver's context. */
interface SeesPersons {
  readonly persons: PersonsSeen;
}

/**
 * Makes a schema note in its context every person whose data it resolves, however they are reached.
 * @throws Error for a type about persons without an entry in `declared`, unless everything that leads to it has one
 */
export function notePersons<Context extends SeesPersons>(
  schema: GraphQLSchema,
  policies: AccessPolicies,
  declared: DeclaredPersons<Context>,
): void {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const isPersonal = (type: GraphQLObjectType) => policies.get(type.name)?.personal ?? false;
  for (const type of types) {
    for (const field of Object.values(type.getFields())) {
      const returned = getNamedType(field.type);
      const personOfRow = declared[returned.name];
      const personOfParent = declared[`${type.name}.${field.name}`];
      const resolve = field.resolve ?? defaultFieldResolver;
      if (personOfParent) field.resolve = notingParent(resolve, personOfParent);
      else if (personOfRow) field.resolve = notingRows(resolve, personOfRow);
      else if (
        isObjectType(returned) &&
        isPersonal(returned) &&
        !isWrapper(returned) &&
        (isWrapper(type) || !isPersonal(type))
      ) {
        throw new Error(
          `${type.name}.${field.name} leads to ${returned.name}: nothing says which person it is about.`,
        );
      }
    }
  }
}

/** Connections, edges and payloads are as personal as their nodes, and lead to them. */
function isWrapper({ name }: GraphQLObjectType): boolean {
  return /(Connection|Edge|Payload)$/.test(name);
}

type Row = Readonly<Record<string, unknown>>;

type Resolver<Context> = GraphQLFieldResolver<unknown, Context>;

function notingParent<Context extends SeesPersons>(
  resolve: Resolver<Context>,
  personOf: PersonOf<Context>,
): Resolver<Context> {
  return (parent, args, context, info) => {
    context.persons.add(personOf.of(parent as Row, context));
    return resolve(parent, args, context, info);
  };
}

function notingRows<Context extends SeesPersons>(
  resolve: Resolver<Context>,
  personOf: PersonOf<Context>,
): Resolver<Context> {
  return (parent, args, context, info) => {
    const resolved = resolve(parent, args, context, info);
    return resolved instanceof Promise
      ? resolved.then((value: unknown) => noted(value, personOf, context))
      : noted(resolved, personOf, context);
  };
}

/** A resolved value, of which the persons of its rows are noted. */
function noted<Context extends SeesPersons>(
  value: unknown,
  personOf: PersonOf<Context>,
  context: Context,
): unknown {
  if (Array.isArray(value)) for (const row of value) noteRow(row, personOf, context);
  else noteRow(value, personOf, context);
  return value;
}

function noteRow<Context extends SeesPersons>(
  row: unknown,
  personOf: PersonOf<Context>,
  context: Context,
): void {
  if (row !== null && row !== undefined) context.persons.add(personOf.of(row as Row, context));
}
