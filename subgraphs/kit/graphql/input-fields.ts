import { type ClassType, Field, ID, InputType, Int } from "type-graphql";
import { CountryCodeScalar } from "./country-code.scalar";
import { DateScalar, PartialDateScalar } from "./scalars";

/** One field of a mutation's input. `Value` is what the work is given. */
export interface InputField<Value> {
  readonly type: () => unknown;
  readonly description: string;
  readonly nullable?: boolean;
  /** What it is where the caller leaves it out. */
  readonly defaultValue?: Value;
  /** For the compiler alone. */
  readonly value?: Value;
}

/** The fields of an input. */
export type InputFields = Readonly<Record<string, InputField<unknown>>>;

/** The values of an input's fields; one that may be absent is `undefined` then, and `null` where the caller says so. */
export type ValuesOf<Fields extends InputFields> = {
  [
    Name in keyof Fields as Fields[Name] extends { readonly nullable: true } ? never : Name
  ]: Fields[Name] extends InputField<infer Value> ? Value : never;
} & {
  [
    Name in keyof Fields as Fields[Name] extends { readonly nullable: true } ? Name : never
  ]?: Fields[Name] extends InputField<infer Value> ? Value | null : never;
};

function field<Value>(type: () => unknown, description: string): InputField<Value> {
  return { type, description };
}

/** The key of something. */
export const id = (description: string) => field<string>(() => ID, description);
/** A text. */
export const text = (description: string) => field<string>(() => String, description);
/** A whole number. */
export const whole = (description: string) => field<number>(() => Int, description);
/** A day, `YYYY-MM-DD`. */
export const day = (description: string) => field<string>(() => DateScalar, description);
/** A date as precise as known. */
export const partialDate = (description: string) =>
  field<string>(() => PartialDateScalar, description);
/** The ISO 3166-1 code of a country. */
export const country = (description: string) => field<string>(() => CountryCodeScalar, description);
/** Yes or no. */
export const flag = (description: string) => field<boolean>(() => Boolean, description);
/** A code of a list. */
export const code = <Code extends string>(
  list: Readonly<Record<string, Code>>,
  description: string,
) => field<Code>(() => list, description);
/** Several of a field's values. */
export const several = <Value>({ type, description }: InputField<Value>) =>
  field<Value[]>(() => [type()], description);
/** An input within an input. */
export const nested = <Value extends object>(input: ClassType<Value>, description: string) =>
  field<Value>(() => input, description);
/** What may be absent. */
export const optional = <Value>(given: InputField<Value>) => ({
  ...given,
  nullable: true as const,
});

/** What has a value of its own where the caller leaves it out. */
export const byDefault = <Value>(given: InputField<Value>, defaultValue: Value) => ({
  ...given,
  defaultValue,
});

/** Makes an input type of fields. */
export function inputType<Fields extends InputFields, Base extends object = object>(
  name: string,
  description: string,
  fields: Fields,
  base: ClassType<Base> = Object as unknown as ClassType<Base>,
): ClassType<Base & ValuesOf<Fields>> {
  class Input extends (base as ClassType) {}
  for (const [property, { type, nullable = false, ...said }] of Object.entries(fields)) {
    const options = { nullable, description: said.description, defaultValue: said.defaultValue };
    Field(type as () => never, options)(Input.prototype, property);
  }
  InputType(name, { description })(Input);
  return Input as ClassType<Base & ValuesOf<Fields>>;
}
