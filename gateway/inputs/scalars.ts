import { type GraphQLScalarType, type GraphQLSchema, isScalarType } from "graphql";
import { CountryCodeScalar } from "../../subgraphs/kit/graphql/country-code.scalar";
import {
  DateScalar,
  DateTimeScalar,
  KnownAtScalar,
  PartialDateScalar,
} from "../../subgraphs/kit/graphql/scalars";
import type { LoadedSupergraph } from "../supergraph/load-supergraph";

const scalars: readonly GraphQLScalarType<unknown, unknown>[] = [
  CountryCodeScalar,
  DateScalar,
  DateTimeScalar,
  KnownAtScalar,
  PartialDateScalar,
];

/** Gives the scalars of a schema that was read from SDL, which accept anything, the checks of the subgraphs. */
export function addScalars(schema: GraphQLSchema): void {
  for (const { name, parseValue, parseLiteral } of scalars) {
    const type = schema.getType(name);
    if (isScalarType(type)) Object.assign(type, { parseValue, parseLiteral });
  }
}

/** The schema that callers see, with its scalars. */
export function callersSchema({ supergraph }: LoadedSupergraph): GraphQLSchema {
  const schema = supergraph.apiSchema().toGraphQLJSSchema();
  addScalars(schema);
  return schema;
}
