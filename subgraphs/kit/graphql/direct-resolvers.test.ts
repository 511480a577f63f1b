import type { GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Args,
  ArgsType,
  buildSchema,
  createResolversMap,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { resolveDirectly, type ResolversOfTypes } from "./direct-resolvers";

@ObjectType()
class Named {
  @Field(() => String)
  name(@Arg("language", () => String, { nullable: true }) language: string | null | undefined) {
    return `${this.constructor.name} in ${language ?? "no language"}`;
  }
}

@ObjectType()
class DirectThing extends Named {
  @Field(() => Int)
  size: number;

  @Field(() => String)
  get shape(): string {
    return "round";
  }
}

@ArgsType()
class Between {
  @Field(() => Int)
  from: number;
}

@Resolver(() => DirectThing)
class DirectThings {
  @Query(() => DirectThing, { nullable: true })
  directThing(@Args(() => Between) { from }: Between, @Ctx() context: object) {
    return { from, context };
  }

  @FieldResolver(() => String)
  described(
    @Root() thing: DirectThing,
    @Arg("as", () => String) as: string,
    @Info() { fieldName }: GraphQLResolveInfo,
  ) {
    return [thing instanceof DirectThing, thing.size, as, fieldName].join(" ");
  }
}

type Resolve = (source: unknown, args: object, context: unknown, info: object) => unknown;

describe("resolvers that call methods directly", () => {
  let types: Record<string, Record<string, Resolve>>;
  beforeAll(async () => {
    const resolvers = [DirectThings] as const;
    const schema = await buildSchema({ resolvers, validate: false });
    const map = createResolversMap(schema) as ResolversOfTypes;
    resolveDirectly(map, resolvers);
    types = map as typeof types;
  });
  const resolved = (type: string, field: string, source: unknown, args = {}, context = {}) =>
    types[type]?.[field]?.(source, args, context, { fieldName: field });
  const thing = Object.assign(new DirectThing(), { size: 3 });

  it("give arguments, context and place without a promise", () => {
    const context = {};
    const given = { from: 1, context };
    expect(resolved("Query", "directThing", undefined, { from: 1 }, context)).toEqual(given);
    expect(resolved("DirectThing", "described", thing, { as: "is" })).toBe("true 3 is described");
  });

  it("call what a type inherits, on the value itself", () => {
    expect(resolved("DirectThing", "name", thing)).toBe("DirectThing in no language");
    expect(resolved("DirectThing", "name", thing, { language: "JA" })).toBe("DirectThing in JA");
  });

  it("make what is not of its class one of it first", async () => {
    const plain = { size: 4 };
    const described = await resolved("DirectThing", "described", plain, { as: "is" });
    expect(described).toBe("true 4 is described");
    expect(resolved("DirectThing", "shape", plain)).toBe("round");
  });
});
