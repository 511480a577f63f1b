import { type ClassType, Field, ObjectType } from "type-graphql";
import type { ChangeResult } from "./change-definition";
import type { UserError } from "./user-error";

/** What a mutation answers. */
export interface Payload {
  readonly userErrors: readonly UserError[];
}

/** A payload's class, with the way to make one. */
export interface PayloadClass<Node> extends ClassType<Payload> {
  /** The payload of a change. */
  readonly of: (result: ChangeResult<Node>) => Payload;
}

/**
 * Makes `<Name>Payload { <field> userErrors }`, the answer of every mutation that changes such a node.
 *
 * @param field - the name of the field that holds the node
 */
export function payloadType<Node extends object>(
  name: string,
  field: string,
  nodeClass: ClassType<Node>,
  userErrorClass: ClassType<UserError>,
): PayloadClass<Node> {
  @ObjectType(`${name}Payload`, {
    description: "The node as changed, or the rules that were broken; never both.",
  })
  class NodePayload implements Payload {
    static readonly of = ({ node, userErrors }: ChangeResult<Node>): Payload =>
      Object.assign(new NodePayload(), { [field]: node, userErrors });

    @Field(() => [userErrorClass], {
      description: "The rules that were broken; empty where the change was made.",
    })
    userErrors: UserError[];
  }
  Field(() => nodeClass, {
    nullable: true,
    description: "The node after the change; null where it was refused.",
  })(NodePayload.prototype, field);
  return NodePayload;
}
