import type { ClassType } from "type-graphql";
import type { ObjectLiteral } from "typeorm";
import { type InputFields, inputType, type ValuesOf } from "../graphql/input-fields";
import { type DeclaredField, type DeclaredResolver, mutations } from "./declared-fields";
import { lowerFirst, upperFirst } from "../name-form";
import type { Change } from "../mutation/change";
import type { ChangeDefinition } from "../mutation/change-definition";
import { ChangeInput, CorrectionInput, MutationInput } from "../mutation/inputs";
import { type PayloadClass, payloadType } from "../mutation/payload-type";
import type { Refusal } from "../rules/refusal";
import type { UserError } from "../mutation/user-error";

/** What a mutation is: what it says of itself, its input, and its work. */
export interface DeclaredChange<
  Fields extends InputFields,
  Node extends ObjectLiteral,
  Code extends string,
  Input extends MutationInput,
> {
  readonly description: string;
  /** What the input says of itself. */
  readonly about: string;
  /** What the argument `input` says of itself, where not as the input does. */
  readonly given?: string;
  readonly input: Fields;
  readonly constraints?: Readonly<Record<string, Refusal<Code>>>;
  readonly work: (
    change: Change<Code>,
    input: Pick<Input, keyof Input> & ValuesOf<Fields>,
  ) => Promise<Node>;
}

/** A mutation whose input is made when its name is known. */
export interface NamedLater<Node extends ObjectLiteral, Code extends string> {
  readonly description: string;
  readonly given: string;
  readonly definition: (
    name: string,
    node: ClassType<Node>,
  ) => {
    readonly input: ClassType<MutationInput>;
    readonly change: ChangeDefinition<MutationInput, Node, Code>;
  };
}

/** What a payload is called where not as its node. */
export interface PayloadNames {
  readonly name?: string;
  readonly field?: string;
}

/**
 * How a subgraph declares its mutations.
 *
 * @param userError - the type of its refusals
 */
export function changesIn<Code extends string>(userError: ClassType<UserError>) {
  const payloads = new Map<string, PayloadClass<ObjectLiteral>>();
  return {
    /** A mutation that adds a record. */
    adding: <Fields extends InputFields, Node extends ObjectLiteral>(
      declaration: DeclaredChange<Fields, Node, Code, MutationInput>,
    ): NamedLater<Node, Code> => namedLater(declaration, MutationInput),

    /** A mutation that changes a record: its input has `id` and `expectedVersion`. */
    changing: <Fields extends InputFields, Node extends ObjectLiteral>(
      declaration: DeclaredChange<Fields, Node, Code, ChangeInput>,
    ): NamedLater<Node, Code> => namedLater(declaration, ChangeInput),

    /** A mutation that puts a record right: its input has `id`, `expectedVersion` and `reason`. */
    correcting: <Fields extends InputFields, Node extends ObjectLiteral>(
      declaration: DeclaredChange<Fields, Node, Code, CorrectionInput>,
    ): NamedLater<Node, Code> =>
      namedLater<Fields, Node, Code, CorrectionInput>(
        {
          ...declaration,
          work: (change, input) => {
            change.because(input.reason);
            return declaration.work(change, input);
          },
        },
        CorrectionInput,
      ),

    /** The mutations that answer with a node of this class, by name. */
    changesOf: <Node extends ObjectLiteral>(
      node: ClassType<Node>,
      changes: Readonly<Record<string, NamedLater<Node, Code>>>,
      payload: PayloadNames = {},
    ): DeclaredResolver => {
      const { name = node.name, field = lowerFirst(node.name) } = payload;
      // Two aggregates may have mutations that answer with the same node.
      const Payload = payloads.get(name) ?? payloadType(name, field, node, userError);
      payloads.set(name, Payload as PayloadClass<ObjectLiteral>);
      const fields = Object.entries(changes).map(
        ([mutation, { description, given, definition }]) => {
          const { input, change } = definition(mutation, node);
          const declared: DeclaredField<undefined, { input: MutationInput }> = {
            type: () => Payload,
            nullable: true,
            description,
            arguments: { input: { type: input, description: given } },
            find: async (_source, args, context) =>
              Payload.of(await context.change(change, args.input)),
          };
          return [mutation, declared] as const;
        },
      );
      return mutations(Object.fromEntries(fields));
    },
  };
}

function namedLater<
  Fields extends InputFields,
  Node extends ObjectLiteral,
  Code extends string,
  Input extends MutationInput,
>(
  {
    description,
    about,
    given = about,
    input: fields,
    constraints = {},
    work,
  }: DeclaredChange<Fields, Node, Code, Input>,
  base: ClassType<MutationInput>,
): NamedLater<Node, Code> {
  return {
    description,
    given,
    definition: (name, node) => ({
      input: inputType(`${upperFirst(name)}Input`, about, fields, base),
      // What reaches the work has been read by that input.
      change: { name, node, constraints, work: work as never },
    }),
  };
}
