import { Kind, parse } from "graphql";
import type { GuardedSchema } from "../../subgraphs/kit/access/operation-access";
import { type OperationParameter, operationParameters } from "../operations/operation-parameters";

/** The parameters of an address, by name. */
export type Parameters = ReadonlyMap<string, OperationParameter>;

/** The parameters of a registered operation that everybody can ask. */
export function parametersOf(body: string, guarded: GuardedSchema): Parameters {
  const { definitions } = parse(body, { noLocation: true });
  const parameters = definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? operationParameters(definition, guarded) : [],
  );
  return new Map(parameters.flatMap((one) => (one ? [[one.name, one] as const] : [])));
}
