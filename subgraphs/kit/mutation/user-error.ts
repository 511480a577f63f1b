import { type ClassType, Field, ObjectType } from "type-graphql";

/** A broken rule, as a payload shows it. */
export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/**
 * Makes `<Name>UserError` of a subgraph.
 *
 * @param codes - the subgraph's enum of refusals, registered with type-graphql
 */
export function userErrorType(
  name: string,
  codes: Readonly<Record<string, string>>,
): ClassType<UserError> {
  @ObjectType(`${name}UserError`, { description: "A rule that was broken; nothing was written." })
  class Refusal implements UserError {
    @Field(() => codes, { description: "Which rule." })
    code: string;
    @Field(() => String, { description: "What was received and what was expected." })
    message: string;
    @Field(() => [String], { description: 'The field at fault, as ["input", "from"].' })
    path: string[];
  }
  return Refusal;
}
