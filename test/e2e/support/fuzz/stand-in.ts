import {
  execute,
  type ExecutionResult,
  type FieldNode,
  GraphQLError,
  type GraphQLResolveInfo,
  isObjectType,
  Kind,
  parse,
  responsePathAsArray,
  type SelectionSetNode,
  validate,
} from "graphql";
import type { Member } from "./federation";
import { canonical } from "./hash";
import type { Place, Run } from "./run";
import { mapped, picked, type World, type WorldObject } from "./world";

/** What a stand-in made of a request. */
export interface StandInAnswer {
  readonly result: ExecutionResult;
  /** All that it asked for, where it is in the answer. */
  readonly places: readonly Place[];
}

interface StandInContext {
  readonly run: Run;
  readonly places: Place[];
}

type Args = Readonly<Record<string, unknown>>;

/** Answers what one subgraph is asked from the data of a world, and says what it should not have been asked. */
export class StandIn {
  private readonly documents = new Map<string, ReturnType<typeof parse>>();

  constructor(private readonly member: Member) {
    for (const type of Object.values(member.schema.getTypeMap())) {
      if (!isObjectType(type) || type.name.startsWith("__") || type.name === "_Service") continue;
      for (const [name, field] of Object.entries(type.getFields())) {
        if (name === "_service") continue;
        field.resolve = (source: WorldObject, args: Args, context: StandInContext, info) =>
          name === "_entities"
            ? this.entities(args, context)
            : this.field(source, args, context, info);
      }
    }
  }

  /** Answers one request. */
  async answer(query: string, variableValues: Args, run: Run): Promise<StandInAnswer> {
    const { schema, name } = this.member;
    const document = this.documents.get(query) ?? parse(query);
    if (!this.documents.has(query)) {
      this.documents.set(query, document);
      const [mistake] = validate(schema, document);
      if (mistake) run.problems.push(`${name} was asked ${query}: ${mistake.message}`);
    }
    const context: StandInContext = { run, places: [] };
    const result = await execute({ schema, document, variableValues, contextValue: context });
    return { result, places: context.places };
  }

  private entities({ representations }: Args, { run }: StandInContext): readonly unknown[] {
    return (representations as readonly Args[]).map((representation) => {
      const found = run.world.find(representation, this.member);
      if (found) return this.asKnownHere(found, run.world);
      run.problems.push(
        `${this.member.name} was asked for ${canonical(representation)}, which is nobody.`,
      );
      return new GraphQLError("There is no such entity.");
    });
  }

  private async field(
    root: WorldObject | undefined,
    args: Args,
    { run, places }: StandInContext,
    info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const { fieldName: field, parentType, returnType, path } = info;
    places.push({ path: responsePathAsArray(path), type: returnType });
    const source = root ?? { __typename: parentType.name, seed: 0 };
    const coordinate = `${parentType.name}.${field}`;
    this.checkKnown(source, coordinate, field, run);
    const isChange = parentType.name === "Mutation";
    const change = `${field}(${canonical(args)})`;
    if (isChange) run.changes.push(`${change} begins`);
    try {
      if (isChange) await new Promise((resolve) => setImmediate(resolve));
      const requires = this.member.requires.get(coordinate);
      const needs = requires && { needs: this.needs(source, requires, coordinate, run) };
      const value = run.world.value({ source, field, args, ...needs });
      const provided =
        providedBelow(source.provided, field) ?? this.member.provides.get(coordinate);
      if (!isObjectType(info.parentType)) return value;
      return mapped(value, (object) =>
        "seed" in object
          ? { ...this.asKnownHere(object as WorldObject, run.world), ...(provided && { provided }) }
          : object,
      );
    } finally {
      if (isChange) run.changes.push(`${change} ends`);
    }
  }

  private needs(
    { representation }: WorldObject,
    requires: SelectionSetNode,
    coordinate: string,
    run: Run,
  ): unknown {
    if (representation) return picked(representation, requires);
    run.problems.push(`${this.member.name} was asked for ${coordinate} without what it requires.`);
    return {};
  }

  private checkKnown(source: WorldObject, coordinate: string, field: string, run: Run): void {
    const { externals, name } = this.member;
    if (!externals.has(coordinate) || run.world.facts.ofKeys.has(coordinate)) return;
    const isProvided = source.provided?.selections.some(
      (selection) => selection.kind === Kind.FIELD && selection.name.value === field,
    );
    if (!isProvided) run.problems.push(`${name} was asked for ${coordinate}, which it has not.`);
  }

  /** An object by the type under which this subgraph knows it. */
  private asKnownHere(object: WorldObject, { facts }: World): WorldObject {
    const identity = facts.identityOf(object.__typename);
    if (this.member.interfaceObjects.has(identity)) return { ...object, __typename: identity };
    const types = facts.typesOf(identity);
    const type = types.length > 1 ? types[object.seed % types.length] : object.__typename;
    return { ...object, __typename: type ?? object.__typename };
  }
}

function providedBelow(
  provided: SelectionSetNode | undefined,
  field: string,
): SelectionSetNode | undefined {
  const found = provided?.selections.find(
    (selection): selection is FieldNode =>
      selection.kind === Kind.FIELD && selection.name.value === field,
  );
  return found?.selectionSet;
}
