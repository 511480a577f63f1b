import "reflect-metadata";
import { ID, Int } from "type-graphql";
import { AsOfArguments, queries } from "./declared-fields";

const number = { type: () => Int, description: "A number." };
const code = { type: ID, description: "A code." };
const count = { type: Int, description: "A count." };
const lengthOf = (_none: undefined, args: { readonly code: string }) => args.code.length;

it("finds a field with the arguments that it declares, which the compiler checks", () => {
  const right = { ...number, arguments: { code }, find: lengthOf };
  const otherName = { ...number, arguments: { id: code }, find: lengthOf };
  const otherType = { ...number, arguments: { code: count }, find: lengthOf };
  const otherClass = { ...number, arguments: AsOfArguments, find: lengthOf };
  expect(() => queries({ right })).not.toThrow();
  // @ts-expect-error -- it reads `code` and declares `id`
  queries({ otherName });
  // @ts-expect-error -- it reads a text and declares a number
  queries({ otherType });
  // @ts-expect-error -- it reads `code` and declares a class without it
  queries({ otherClass });
});
