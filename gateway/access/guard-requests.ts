import type { GraphQLSchema } from "graphql";
import { AccessGuard } from "../../subgraphs/kit/access/access-guard";
import type { AccessPolicies } from "../../subgraphs/kit/access/access-policy";
import type { Caller } from "../../subgraphs/kit/caller";
import { hintFor, placeOf, receivedCaller } from "../../subgraphs/kit/access/forbidden";
import type { NamedPlace } from "../../subgraphs/kit/access/named-places";
import { introspection } from "../../subgraphs/kit/access/operation-access";
import { ApiError } from "../../subgraphs/kit/errors";
import { isRole, officerRoles, type Role } from "./roles";
import type { OperationStep } from "../steps/operation-steps";

/** Who is permitted to ask for the schema, and sees suggestions for misspelt fields. */
const schemaReaders: ReadonlySet<Role> = new Set(["analyst", ...officerRoles]);

/** How requests are guarded. */
export interface GuardOptions {
  readonly policies: AccessPolicies;
  /** Whether everybody is permitted to ask for the schema, as in development; otherwise only some roles are. */
  readonly openSchema: boolean;
}

/**
 * Refuses a request before any subgraph is asked if its caller is not permitted to see all that it asks for, if it asks
 * for personal data without a purpose, or if it asks for the schema and no role of the caller permits that. Such a
 * caller learns nothing of the schema from error messages either.
 *
 * @throws ApiError FORBIDDEN, INTROSPECTION_REFUSED or PURPOSE_REQUIRED, to the caller
 */
export function guardRequests({ policies, openSchema }: GuardOptions): OperationStep {
  const guards = new WeakMap<GraphQLSchema, AccessGuard>();
  const guardOf = (schema: GraphQLSchema) => {
    const guard = guards.get(schema) ?? new AccessGuard({ schema, policies });
    guards.set(schema, guard);
    return guard;
  };
  const mayReadSchema = ({ roles }: Caller) =>
    openSchema || roles.some((role) => isRole(role) && schemaReaders.has(role));
  return {
    begin: () => ({
      didResolveOperation: ({ schema, document, operation, request, contextValue }) => {
        if (!operation) return;
        const { caller, purpose } = contextValue;
        const guard = guardOf(schema);
        const given = { document, operation, variables: request.variables ?? {} };
        if (guard.accessOf(given).introspects && !mayReadSchema(caller)) {
          throw schemaRefused(caller, guard.placesOf(given, new Set([introspection])));
        }
        const personalFields = guard.admit(given, caller);
        if (personalFields.length > 0 && purpose === undefined) {
          throw purposeRequired(guard.placesOf(given, new Set(personalFields)));
        }
        contextValue.personalFields = personalFields;
      },
      willSendResponse: ({ contextValue: { caller }, response: { body } }) => {
        if (body.kind !== "single" || mayReadSchema(caller)) return;
        const { errors } = body.singleResult;
        if (errors) {
          body.singleResult.errors = errors.map((error) => ({
            ...error,
            message: withoutSuggestions(error.message),
          }));
        }
      },
    }),
  };
}

/** Removes what graphql-js adds to a message to help with names: `Did you mean "name"?`. */
function withoutSuggestions(message: string): string {
  return message.replaceAll(/ ?Did you mean [^?]*\?/g, "");
}

function schemaRefused(caller: Caller, places: readonly NamedPlace[]): ApiError {
  return new ApiError(
    "INTROSPECTION_REFUSED",
    `Expected a caller who is permitted to ask for the schema (${[...schemaReaders].join(", ")}), received ${receivedCaller(caller)}.${hintFor(caller)}`,
    403,
    placeOf(places),
  );
}

function purposeRequired(places: readonly NamedPlace[]): ApiError {
  return new ApiError(
    "PURPOSE_REQUIRED",
    `Expected the header graph-purpose, which says what the personal data in ${places[0]?.name ?? "the answer"} are asked for, received none.`,
    400,
    placeOf(places.slice(0, 1)),
  );
}
