import type { ObjectLiteral } from "typeorm";
import type { Change } from "./change";
import type { EntityClass } from "./entity-class";
import type { MutationInput } from "./inputs";
import type { Refusal } from "../rules/refusal";

/** One mutation: what it does inside its transaction. */
export interface ChangeDefinition<
  Input extends MutationInput,
  Node extends ObjectLiteral,
  Code extends string,
> {
  /** The mutation's name, as `startDispatch`; also the tag of its SQL and the action on record. */
  readonly name: string;
  /** The class of the node it answers with. */
  readonly node: EntityClass<Node>;
  /**
   * What it means to the caller where one of these constraints is violated, and again when the work is done once more:
   * the rules themselves are checked before, so this happens only where others write at the same moment.
   */
  readonly constraints: Readonly<Record<string, Refusal<Code>>>;
  /**
   * Does the work. Every statement goes through `change`; rules are stated with {@link Change.require}.
   * It may run more than once, when others were in its way.
   */
  readonly work: (change: Change<Code>, input: Input) => Promise<Node>;
}

/** How a change ended: with the node, or with refusals. */
export interface ChangeResult<Node> {
  readonly node: Node | null;
  readonly userErrors: Refusal[];
}
