import { AccessGuard } from "../../subgraphs/kit/access/access-guard";
import type { GuardedSchema } from "../../subgraphs/kit/access/operation-access";
import { ApiError } from "../../subgraphs/kit/errors";
import { publicCaller } from "../access/identity/caller-of-claims";
import { chosenTables } from "../formats/chosen-tables";
import { csv } from "../formats/csv";
import { languageParameter } from "./language-parameter";
import type { OperationDocument } from "./operation-document";
import { operationParameters } from "./operation-parameters";
import type { PublicAddress } from "./public-address";
import { unmarkedParts } from "./unmarked-parts";

/**
 * Why everybody cannot ask an operation at an address. It must be a query of what is open to the public, by the very guard
 * that requests are checked with; be answered by one table, which says what it leaves out; and take values that a
 * parameter can give, each of them described.
 */
export function publicProblems(
  { parameters: described }: PublicAddress,
  operation: OperationDocument,
  guarded: GuardedSchema,
): readonly string[] {
  if (operation.type !== "query") return [`expected a query, received a ${operation.type}`];
  return [
    ...accessProblems(operation, guarded),
    ...tableProblems(operation, guarded),
    ...parameterProblems(
      operation,
      described.map(({ name }) => name),
      guarded,
    ),
  ];
}

function accessProblems({ document, definition }: OperationDocument, guarded: GuardedSchema) {
  const guard = new AccessGuard(guarded);
  const given = { document, operation: definition, variables: {} };
  if (guard.accessOf(given).introspects) return ["expected no question about the schema"];
  try {
    const [personal] = guard.admit(given, publicCaller);
    return personal === undefined
      ? []
      : [`expected nothing about persons, received ${personal}, which needs a purpose`];
  } catch (error) {
    return [messageOf(error)];
  }
}

function tableProblems(
  { document, definition: operation }: OperationDocument,
  { schema }: GuardedSchema,
): readonly string[] {
  try {
    chosenTables({ document, operation, schema, variables: {} }, { format: csv });
  } catch (error) {
    return [messageOf(error)];
  }
  return unmarkedParts(document, schema);
}

function parameterProblems(
  { definition }: OperationDocument,
  described: readonly string[],
  guarded: GuardedSchema,
): readonly string[] {
  const variables = (definition.variableDefinitions ?? []).map(
    ({ variable }) => variable.name.value,
  );
  const parameters = operationParameters(definition, guarded);
  return [
    ...variables.flatMap((name, index) => [
      ...(parameters[index] ? [] : [`expected $${name} to be a value or a list of values`]),
      ...(name === languageParameter || name.startsWith("__")
        ? [`expected another name than $${name}, which addresses use themselves`]
        : []),
      ...(described.includes(name) ? [] : [`expected parameters to describe $${name}`]),
    ]),
    ...described.flatMap((name, index) => [
      ...(variables.includes(name) ? [] : [`expected a variable $${name}, as it is described`]),
      ...(described.indexOf(name) === index ? [] : [`expected $${name} to be described once`]),
    ]),
  ];
}

/** What an error says of the operation. @throws what is none about it */
function messageOf(error: unknown): string {
  if (error instanceof ApiError) return error.message;
  throw error;
}
