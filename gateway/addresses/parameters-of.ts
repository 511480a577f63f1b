import { Kind, parse } from "graphql";
import type { GuardedSchema } from "../../subgraphs/kit/access/operation-access";
import { type OperationParameter, operationParameters } from "../operations/operation-parameters";

/** The parameters of an address, by name. */
export type Parameters = ReadonlyMap<string, OperationParameter>;

/** Those of operations that were read once: a document says for good what its parameters are. */
const known = new WeakMap<GuardedSchema, Map<string, Parameters>>();

/** The parameters of a registered operation that everybody can ask. */
export function parametersOf(body: string, guarded: GuardedSchema): Parameters {
  const ofSchema = known.get(guarded) ?? new Map<string, Parameters>();
  known.set(guarded, ofSchema);
  const found = ofSchema.get(body) ?? readParametersOf(body, guarded);
  ofSchema.set(body, found);
  return found;
}

function readParametersOf(body: string, guarded: GuardedSchema): Parameters {
  const { definitions } = parse(body, { noLocation: true });
  const parameters = definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? operationParameters(definition, guarded) : [],
  );
  return new Map(parameters.flatMap((one) => (one ? [[one.name, one] as const] : [])));
}
