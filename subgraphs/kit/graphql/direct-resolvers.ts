import type { GraphQLFieldResolver } from "graphql";
import { type ClassType, getMetadataStorage } from "type-graphql";

type Arguments = Readonly<Record<string, unknown>>;

type Resolve = GraphQLFieldResolver<unknown, unknown, Arguments>;

type Given = Parameters<Resolve>;

/** Resolvers by type and field, beside whatever else is said of types. */
export type ResolversOfTypes = Record<string, Record<string, unknown>>;

type Storage = ReturnType<typeof getMetadataStorage>;

type Handler = Storage["queries"][number] | Storage["fieldResolvers"][number];

type Parameter = NonNullable<Handler["params"]>[number];

type Method = (...values: readonly unknown[]) => unknown;

/**
 * Replaces resolvers of type-graphql by ones that call the same methods at once. Its own make a promise for each
 * argument, to validate it, though nothing does here; everything above such a field would wait for it. Methods get their
 * arguments as graphql-js has read them.
 *
 * @param resolvers - the classes whose methods resolve fields of types that are not theirs
 */
export function resolveDirectly(types: ResolversOfTypes, resolvers: readonly unknown[]): void {
  const { queries, mutations, fieldResolvers, objectTypes } = getMetadataStorage();
  const replace = (
    fields: Record<string, unknown> | undefined,
    handler: Handler,
    type?: object,
  ) => {
    const name = handler.schemaName ?? handler.methodName;
    const resolve = fields?.[name];
    if (fields && typeof resolve === "function") {
      fields[name] = directResolver(handler, resolve as Resolve, type as ClassType | undefined);
    }
  };
  const isUsed = ({ target }: Handler) => resolvers.includes(target);
  for (const handler of queries.filter(isUsed)) replace(types["Query"], handler);
  for (const handler of mutations.filter(isUsed)) replace(types["Mutation"], handler);
  for (const { name, target } of objectTypes) {
    for (const handler of fieldResolvers) {
      const type = handler.getObjectType?.() as ClassType | undefined;
      if (handler.kind === "external") {
        if (type === target && isUsed(handler)) replace(types[name], handler);
      } else if (type && (type === target || target.prototype instanceof type)) {
        replace(types[name], handler, type);
      }
    }
  }
}

/**
 * A resolver that calls the method of a handler at once.
 *
 * @param resolve - resolves what is not given as an instance of its class, which has to be made first
 * @param type - the class of the field's type where the method is its own
 */
function directResolver(handler: Handler, resolve: Resolve, type: ClassType | undefined): Resolve {
  const { target, methodName, params = [], middlewares = [] } = handler;
  const sorted = [...params].sort((one, other) => one.index - other.index);
  const readers = sorted.map(readerOf);
  const expected = type ?? classOfRoot(sorted);
  const own = type ? undefined : new (target as ClassType<Record<string, Method>>)();
  if (middlewares.length > 0 || !readers.every((read) => read !== undefined)) return resolve;
  return (...given) => {
    const [source] = given;
    if (expected && !(source instanceof expected)) return resolve(...given);
    const holder = own ?? (source as Record<string, Method>);
    const method = holder[methodName];
    if (typeof method !== "function") return method;
    return method.apply(
      holder,
      readers.map((read) => read(given)),
    );
  };
}

/** Gives the value of a parameter; `undefined` where that takes more than to pass something on. */
function readerOf(parameter: Parameter): ((given: Given) => unknown) | undefined {
  switch (parameter.kind) {
    case "arg": {
      const { name } = parameter;
      return ([, args]) => args[name];
    }
    case "args":
      return ([, args]) => args;
    case "context":
      return parameter.propertyName === undefined ? ([, , context]) => context : undefined;
    case "root":
      return parameter.propertyName === undefined ? ([source]) => source : undefined;
    case "info":
      return ([, , , info]) => info;
    default:
      return undefined;
  }
}

/** The class that a method wants its type's value to be of, where it says so. */
function classOfRoot(parameters: readonly Parameter[]): ClassType | undefined {
  const root = parameters.find(({ kind }) => kind === "root");
  return root?.kind === "root" ? (root.getType?.() as ClassType | undefined) : undefined;
}
