import { collectFields, collectSubFields } from "@graphql-tools/utils";
import {
  type FieldNode,
  getNullableType,
  type GraphQLAbstractType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  OperationTypeNode,
} from "graphql";
import { leafValuesOf } from "./leaf-values";
import { misfit } from "./misfit";
import {
  type AnswerObject,
  isAnswerObject,
  isInherited,
  ownProperty,
  setOwnProperty,
} from "./own-property";
import type { ConditionValues, SelectedOperation } from "../planning/selected-operation";
import { type FieldsByName, type Selecting, untypedFields } from "./untyped-fields";

/** Makes of a merged value what its caller asked for. Throws {@link misfit} where it does not fit the schema. */
export type Project = (value: unknown) => unknown;

/** Prepares the projection of an operation's data: the selected fields in the order of the document, and nothing else. */
export function projectionOf(
  schema: GraphQLSchema,
  { operation, fragments }: SelectedOperation,
  conditions: ConditionValues,
): Project {
  const type =
    operation.operation === OperationTypeNode.MUTATION
      ? schema.getMutationType()
      : schema.getQueryType();
  if (!type) throw new Error(`Expected a schema with the operation ${operation.operation}.`);
  const { fields } = collectFields(schema, fragments, conditions, type, operation.selectionSet);
  return new Projections({ schema, fragments, conditions }).ofObject(type, fields);
}

/** A field of an object, under its response name. */
interface ProjectedField {
  readonly name: string;
  readonly project: Project;
}

class Projections {
  constructor(private readonly selecting: Selecting) {}

  ofObject(type: GraphQLObjectType | GraphQLInterfaceType, fields: FieldsByName): Project {
    const projected = Array.from(fields, ([name, nodes]) => ({
      name,
      project: this.ofField(type, nodes),
    }));
    return objectOf(projected);
  }

  private ofField(
    parent: GraphQLObjectType | GraphQLInterfaceType,
    nodes: readonly FieldNode[],
  ): Project {
    const [node] = nodes;
    const name = node?.name.value ?? "";
    if (name === "__typename") return () => parent.name;
    const field = parent.getFields()[name];
    if (!field) throw new Error(`Expected a field of ${parent.name}, received ${name}.`);
    return this.ofType(field.type, nodes);
  }

  private ofType(type: GraphQLOutputType, nodes: readonly FieldNode[]): Project {
    if (isNonNullType(type)) return this.ofPresent(getNullableType(type), nodes);
    const project = this.ofPresent(type, nodes);
    return (value) => (value === null || value === undefined ? null : project(value));
  }

  /** The projection of a value that is not `null`: nothing that a type has fits `null`. */
  private ofPresent(type: GraphQLOutputType, nodes: readonly FieldNode[]): Project {
    if (isListType(type)) return listOf(this.ofType(type.ofType, nodes));
    if (isObjectType(type)) return ofType(type, this.ofSubFields(type, nodes));
    if (isAbstractType(type)) return this.ofAbstract(type, nodes);
    if (isNonNullType(type)) throw new Error("Expected a type that may be null.");
    const isLeafValue = leafValuesOf(type);
    return (value) => {
      if (value === null || value === undefined || !isLeafValue(value)) throw misfit;
      return value;
    };
  }

  private ofSubFields(type: GraphQLObjectType, nodes: readonly FieldNode[]): Project {
    const { schema, fragments, conditions } = this.selecting;
    const { fields } = collectSubFields(schema, fragments, conditions, type, [...nodes]);
    return this.ofObject(type, fields);
  }

  /** Objects by the type that they say they are of; prepared for each type that comes. */
  private ofAbstract(type: GraphQLAbstractType, nodes: readonly FieldNode[]): Project {
    const known = new Map<unknown, Project>();
    return (value) => {
      if (!isAnswerObject(value)) throw misfit;
      const name = value["__typename"];
      let project = known.get(name);
      if (!project) {
        project = this.ofPossible(type, name, nodes);
        known.set(name, project);
      }
      return project(value);
    };
  }

  private ofPossible(
    type: GraphQLAbstractType,
    name: unknown,
    nodes: readonly FieldNode[],
  ): Project {
    if (name === undefined) return this.ofUntyped(type, nodes);
    const possible = this.selecting.schema.getPossibleTypes(type);
    const object = possible.find((each) => each.name === name);
    if (!object) throw misfit;
    return this.ofSubFields(object, nodes);
  }

  private ofUntyped(type: GraphQLAbstractType, nodes: readonly FieldNode[]): Project {
    const fields = isInterfaceType(type) && untypedFields(this.selecting, type, nodes);
    if (!fields) throw misfit;
    return this.ofObject(type, fields);
  }
}

/** An object that says that it is of another type has not been asked for all that its own type has. */
function ofType({ name }: GraphQLObjectType, project: Project): Project {
  return (value) => {
    const typename = isAnswerObject(value) ? value["__typename"] : undefined;
    if (typename !== undefined && typename !== name) throw misfit;
    return project(value);
  };
}

function listOf(project: Project): Project {
  return (value) => {
    if (!Array.isArray(value)) throw misfit;
    return value.map((element) => project(element));
  };
}

function objectOf(fields: readonly ProjectedField[]): Project {
  if (fields.some(({ name }) => isInherited(name))) return unusualObjectOf(fields);
  return (value) => {
    if (!isAnswerObject(value)) throw misfit;
    const projected: AnswerObject = {};
    for (const { name, project } of fields) projected[name] = project(value[name]);
    return projected;
  };
}

function unusualObjectOf(fields: readonly ProjectedField[]): Project {
  return (value) => {
    if (!isAnswerObject(value)) throw misfit;
    const projected: AnswerObject = {};
    for (const { name, project } of fields) {
      setOwnProperty(projected, name, project(ownProperty(value, name)));
    }
    return projected;
  };
}
