import {
  Arg,
  Args,
  ArgsType,
  type ClassType,
  Ctx,
  Field,
  FieldResolver,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { GraphQLScalarType } from "graphql";
import { asOfDescription } from "../clock";
import type { RequestContext } from "../request/request-context";
import { DateScalar } from "../graphql/scalars";

/** One argument of a declared field: a scalar, a code list or an input, and what it says of itself. */
export interface DeclaredArgument<Value = unknown> {
  readonly type:
    | GraphQLScalarType<Value, unknown>
    | Readonly<Record<string, Value>>
    | ClassType<Value & object>;
  readonly description: string;
  readonly nullable?: boolean;
}

/** A field that is declared in one place: its type, what it says of itself, and how it is found. */
export interface DeclaredField<Source = unknown, Arguments = never> {
  readonly type: () => unknown;
  readonly description: string;
  readonly nullable?: boolean;
  /** A class of arguments, or arguments by name. */
  readonly arguments?:
    | ClassType<Arguments & object>
    | { readonly [Name in keyof Arguments]: DeclaredArgument<NonNullable<Arguments[Name]>> };
  /** Gives the field's value. */
  readonly find: (source: Source, args: Arguments, context: RequestContext) => unknown;
}

/** The argument of a field that is answered as of a day. */
@ArgsType()
export class AsOfArguments {
  @Field(() => DateScalar, { nullable: true, description: asOfDescription })
  asOf?: string | null;
}

/** A class with the resolvers that {@link fieldsOf}, {@link queries} or {@link mutations} declare. */
export type DeclaredResolver = new () => object;

/** Fields by name, each with the arguments that its `find` takes. */
type FieldsByName<Source, Given> = {
  readonly [Name in keyof Given]: DeclaredField<Source, Given[Name]>;
};

/** Adds fields to a type. */
export function fieldsOf<Source extends object, Given>(
  type: ClassType<Source>,
  fields: FieldsByName<Source, Given>,
): DeclaredResolver {
  return declared(() => type, FieldResolver, fields);
}

/** Adds fields to the graph's `Query`. */
export function queries<Given>(fields: FieldsByName<undefined, Given>): DeclaredResolver {
  return declared(undefined, Query, fields);
}

/** Adds fields to the graph's `Mutation`. */
export function mutations<Given>(fields: FieldsByName<undefined, Given>): DeclaredResolver {
  return declared(undefined, Mutation, fields);
}

type FieldDecorator = (
  type: () => never,
  options: { nullable: boolean; description: string },
) => MethodDecorator;

function declared<Given>(
  type: (() => ClassType) | undefined,
  decorator: FieldDecorator,
  fields: FieldsByName<never, Given>,
): DeclaredResolver {
  class DeclaredFields extends Object {}
  const { prototype } = DeclaredFields;
  const all = Object.entries<DeclaredField<never, Record<string, unknown>>>(fields as never);
  for (const [name, { find, description, nullable = false, ...field }] of all) {
    const named = typeof field.arguments === "object" ? Object.entries(field.arguments) : [];
    const value = (source: never, context: RequestContext, ...args: unknown[]) =>
      find(source, argumentsOf(args, named), context);
    const descriptor = { value, writable: true, configurable: true };
    Object.defineProperty(prototype, name, descriptor);
    Root()(prototype, name, 0);
    Ctx()(prototype, name, 1);
    if (typeof field.arguments === "function") {
      const { arguments: list } = field;
      Args(() => list)(prototype, name, 2);
    }
    named.forEach(([argument, { type, ...options }], index) => {
      Arg(argument, () => type as never, options)(prototype, name, index + 2);
    });
    decorator(field.type as () => never, { nullable, description })(prototype, name, descriptor);
  }
  Resolver(type as () => ClassType)(DeclaredFields);
  return DeclaredFields;
}

function argumentsOf(args: readonly unknown[], named: readonly (readonly [string, unknown])[]) {
  return (
    named.length > 0
      ? Object.fromEntries(named.map(([name], index) => [name, args[index]]))
      : args[0]
  ) as never;
}
