import type { OperationDefinitionNode } from "graphql";
import type { AccessPolicy } from "./access-policy";
import type { Caller } from "../caller";
import { forbidden } from "./forbidden";
import type { GivenOperation } from "./given-operation";
import { inputCoordinates } from "./input-coordinates";
import { type NamedPlace, namedPlaces } from "./named-places";
import { type GuardedSchema, type OperationAccess, operationAccess } from "./operation-access";

/** Checks callers against the policies of one schema. What a document needs is computed once. */
export class AccessGuard {
  private readonly known = new WeakMap<OperationDefinitionNode, OperationAccess>();

  constructor(private readonly guarded: GuardedSchema) {}

  /** What an operation needs of its caller, whatever its variables. */
  accessOf({ document, operation }: Omit<GivenOperation, "variables">): OperationAccess {
    const known = this.known.get(operation);
    if (known) return known;
    const access = operationAccess(this.guarded, document, operation);
    this.known.set(operation, access);
    return access;
  }

  /**
   * Checks that the caller is permitted to see and use everything an operation asks for. Returns, sorted, the selected
   * fields and the inputs set in its document or variables that are about persons.
   *
   * @throws ApiError FORBIDDEN naming the first place that is not permitted, and the scopes that would permit it
   */
  admit(given: GivenOperation, caller: Caller): readonly string[] {
    const { needs, personalFields } = this.accessOf(given);
    const inputs = this.inputsOf(given);
    const all = inputs.size === 0 ? needs : new Map([...needs, ...inputs]);
    const refused = new Set<string>();
    const personal: string[] = [];
    for (const [coordinate, policy] of all) {
      if (!letsIn(policy, caller)) refused.add(coordinate);
      const isPersonal =
        policy?.personalWith?.some((scope) => caller.scopes.has(scope)) === true ||
        (policy?.personal === true && inputs.has(coordinate));
      if (isPersonal) personal.push(coordinate);
    }
    if (refused.size > 0) {
      throw forbidden(this.placesOf(given, refused), all, caller, this.guarded);
    }
    return personal.length === 0
      ? personalFields
      : [...new Set([...personalFields, ...personal])].sort();
  }

  /** The first places where an operation asks for these coordinates, except those below another of these places. */
  placesOf(given: GivenOperation, coordinates: ReadonlySet<string>): readonly NamedPlace[] {
    const { schema } = this.guarded;
    const variables = inputCoordinates(schema, given.operation, given.variables);
    return namedPlaces(given, coordinates, { nodes: this.accessOf(given).places, variables });
  }

  /** The policies of what an operation's variables set. */
  private inputsOf({ operation, variables }: GivenOperation): Map<string, AccessPolicy> {
    const { schema, policies } = this.guarded;
    const found = new Map<string, AccessPolicy>();
    for (const coordinate of inputCoordinates(schema, operation, variables).keys()) {
      const policy = policies.get(coordinate);
      if (policy) found.set(coordinate, policy);
    }
    return found;
  }
}

function letsIn(policy: AccessPolicy | undefined, { scopes }: Caller): boolean {
  return policy?.scopes.some((scope) => scopes.has(scope)) ?? false;
}
