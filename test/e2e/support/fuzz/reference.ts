import {
  execute,
  type ExecutionResult,
  GraphQLError,
  type GraphQLOutputType,
  type GraphQLSchema,
  isObjectType,
  parse,
  responsePathAsArray,
} from "graphql";
import type { FieldFault, WorldObject } from "./world";
import { World } from "./world";
import type { FederationFacts } from "./field-facts";
import { canonical } from "./hash";

/** An operation that can be executed. */
export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What one schema that knows everything answers. */
export interface ReferenceAnswer extends ExecutionResult {
  /** The type at each place of the answer, by its path: `official.entries.0`. */
  readonly types: ReadonlyMap<string, GraphQLOutputType>;
  /** The field at each place, as `Official.name`. */
  readonly coordinates: ReadonlyMap<string, string>;
  /** The changes that are made, in their order. */
  readonly changes: readonly string[];
}

interface ReferenceContext {
  readonly world: World;
  readonly fails: (coordinate: string) => boolean;
  readonly types: Map<string, GraphQLOutputType>;
  readonly coordinates: Map<string, string>;
  readonly changes: string[];
}

type Args = Readonly<Record<string, unknown>>;

/** One schema over the data of all subgraphs, executed by graphql-js. */
export class Reference {
  private readonly schema: GraphQLSchema;

  constructor(private readonly facts: FederationFacts) {
    this.schema = facts.schema;
    for (const type of Object.values(this.schema.getTypeMap())) {
      if (!isObjectType(type) || type.name.startsWith("__")) continue;
      for (const [field, definition] of Object.entries(type.getFields())) {
        definition.resolve = (
          object: WorldObject | undefined,
          args: Args,
          { world, fails, types, coordinates, changes }: ReferenceContext,
          { path, returnType },
        ) => {
          const place = responsePathAsArray(path).join(".");
          types.set(place, returnType);
          coordinates.set(place, `${type.name}.${field}`);
          if (type.name === "Mutation") changes.push(`${field}(${canonical(args)})`);
          if (fails(`${type.name}.${field}`)) throw new GraphQLError("This could fail.");
          const source = object ?? { __typename: type.name, seed: 0 };
          return world.value({ source, field, args });
        };
      }
    }
  }

  /** Executes an operation where some objects' fields, or some fields of all objects, fail. */
  async answer(
    { query, variables }: Operation,
    faults: readonly FieldFault[] = [],
    fails: (coordinate: string) => boolean = () => false,
  ): Promise<ReferenceAnswer> {
    const world = new World(this.facts, faults);
    const context: ReferenceContext = {
      ...{ world, fails, types: new Map(), coordinates: new Map(), changes: [] },
    };
    const { schema } = this;
    const document = parse(query);
    const answer = await execute({
      schema,
      document,
      variableValues: variables,
      contextValue: context,
    });
    const { types, coordinates, changes } = context;
    return { ...answer, types, coordinates, changes };
  }
}
