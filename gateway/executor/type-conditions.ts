import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from "graphql";

/** Which types meet a type condition, by the schema that plans are made from. */
export class TypeConditions {
  private readonly known = new Map<string, ReadonlySet<string>>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** Whether there is an object type of this name. */
  isType(name: unknown): boolean {
    return typeof name === "string" && isObjectType(this.schema.getType(name));
  }

  /** The types whose objects are of the type with this name: itself, and those that implement it or belong to it. */
  typesWithin(name: string): ReadonlySet<string> {
    const known = this.known.get(name);
    if (known) return known;
    const type = this.schema.getType(name);
    const names = new Set([name]);
    if (isAbstractType(type)) {
      for (const possible of this.schema.getPossibleTypes(type)) names.add(possible.name);
    }
    if (isInterfaceType(type)) {
      for (const each of this.schema.getImplementations(type).interfaces) names.add(each.name);
    }
    this.known.set(name, names);
    return names;
  }
}
