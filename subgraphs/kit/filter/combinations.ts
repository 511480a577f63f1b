import { type ClassType, Field, InputType } from "type-graphql";

const and =
  "All of these hold, besides the conditions beside it. Filters can be nested 5 levels deep, with 50 conditions in all, 10 of them `contains`.";
const or =
  "At least one of these holds, besides the conditions beside it. An empty list, or an element without a condition, is refused with INVALID_FILTER.";
const not =
  "This does not hold. A condition on an unknown value does not hold, so `not` of it does. Without a condition in it, it is refused with INVALID_FILTER.";

/** Gives the filter input of a list `and`, `or` and `not`. */
export function addCombinations(filter: ClassType): void {
  const add = (name: string, type: () => unknown, description: string) => {
    Field(type as () => never, { nullable: true, description })(filter.prototype, name);
  };
  add("and", () => [filter], and);
  add("or", () => [filter], or);
  add("not", () => filter, not);
}

/**
 * Makes `<Name>ListFilter`: conditions on several records.
 *
 * @param plural - what they are called, as "engagements"
 * @param filter - the filter input of one
 */
export function someFilter(name: string, plural: string, filter: ClassType): ClassType {
  @InputType(`${name}ListFilter`, {
    description: `Conditions on the ${plural} of a record. All that are given must hold.`,
  })
  class SomeFilter {
    @Field(() => filter, {
      nullable: true,
      description: "At least one of them meets this; {}: there is one.",
    })
    some?: object;
    @Field(() => filter, {
      nullable: true,
      description: "None of them meets this; {}: there is none.",
    })
    none?: object;
    @Field(() => filter, {
      nullable: true,
      description: "Every one of them meets this; so it does where there is none.",
    })
    every?: object;
  }
  return SomeFilter;
}
