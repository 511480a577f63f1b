import { Field, InputType, Int } from "type-graphql";
import { DateScalar } from "../graphql/scalars";

/** Conditions on a text or code. All that are given must hold. */
@InputType({
  description:
    "Conditions on a text. All that are given must hold. Names, titles and numbers are compared however they are typed: in full, half or usual width, of composed or decomposed characters, with whichever dash or wave dash.",
})
export class StringFilter {
  @Field(() => String, { nullable: true, description: "Equal to this." })
  eq?: string;
  @Field(() => [String], { nullable: true, description: "Equal to one of these (at most 1,000)." })
  in?: string[];
  @Field(() => String, { nullable: true, description: "Contains this, whatever the case." })
  contains?: string;
  @Field(() => Boolean, { nullable: true, description: "true: unknown; false: known." })
  isNull?: boolean;
}

/** Conditions on a whole number. All that are given must hold. */
@InputType({ description: "Conditions on a whole number. All that are given must hold." })
export class IntFilter {
  @Field(() => Int, { nullable: true, description: "Equal to this." })
  eq?: number;
  @Field(() => [Int], { nullable: true, description: "Equal to one of these (at most 1,000)." })
  in?: number[];
  @Field(() => Int, { nullable: true, description: "This or more." })
  gte?: number;
  @Field(() => Int, { nullable: true, description: "This or less." })
  lte?: number;
  @Field(() => Boolean, { nullable: true, description: "true: unknown; false: known." })
  isNull?: boolean;
}

/** Conditions on a date. All that are given must hold. */
@InputType({
  description:
    "Conditions on a date. All that are given must hold. A date that is known only to the year or month meets a condition only if every day in it does.",
})
export class DateFilter {
  @Field(() => DateScalar, { nullable: true, description: "This day." })
  eq?: string;
  @Field(() => DateScalar, { nullable: true, description: "This day or later." })
  gte?: string;
  @Field(() => DateScalar, { nullable: true, description: "This day or earlier." })
  lte?: string;
  @Field(() => Boolean, { nullable: true, description: "true: unknown; false: known." })
  isNull?: boolean;
}

/** Conditions on an enum value. */
export interface EnumFilter<Value extends string> {
  eq?: Value;
  in?: Value[];
}

const enumFilters = new WeakMap<object, new () => EnumFilter<string>>();

/**
 * The filter input of an enum.
 * @throws Error where {@link enumFilter} has made none
 */
export function enumFilterOf(enumObject: object): new () => EnumFilter<string> {
  const filter = enumFilters.get(enumObject);
  if (!filter) throw new Error("an enum that a list is filtered by has no filter input");
  return filter;
}

/** Makes the filter input of an enum that is registered with type-graphql. */
export function enumFilter<Value extends string>(
  enumObject: Readonly<Record<string, Value>>,
  name: string,
): new () => EnumFilter<Value> {
  @InputType(name, { description: "Conditions on a code. All that are given must hold." })
  class Filter implements EnumFilter<Value> {
    @Field(() => enumObject, { nullable: true, description: "Equal to this." })
    eq?: Value;
    @Field(() => [enumObject], { nullable: true, description: "Equal to one of these." })
    in?: Value[];
  }
  enumFilters.set(enumObject, Filter);
  return Filter;
}
