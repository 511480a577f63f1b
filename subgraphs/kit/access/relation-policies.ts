import type { AccessPolicy } from "./access-policy";
import type { InputUse } from "./input-uses";
import { narrower } from "./narrower";

/**
 * The policies of filter fields with conditions on related records: of the field that shows these, of their type, and, where
 * lists of several types share the filter, of all these types.
 *
 * @param policyOf - what is declared of a type or field
 * @throws Error where the field shows nothing, or nobody would be permitted, and nothing is declared of the filter field
 */
export function relationPolicies(
  uses: readonly InputUse[],
  policyOf: (coordinate: string) => AccessPolicy | undefined,
): ReadonlyMap<string, AccessPolicy> {
  const relations = new Map<string, InputUse[]>();
  for (const use of uses.filter(({ isRelation }) => isRelation)) {
    relations.set(use.coordinate, [...(relations.get(use.coordinate) ?? []), use]);
  }
  const policies = new Map<string, AccessPolicy>();
  for (const [coordinate, of] of relations) {
    if (policyOf(coordinate)) continue;
    const nodes = new Set(of.map(({ node }) => node));
    const related = new Set(of.flatMap((use) => use.related ?? []));
    const policy = [
      ...(nodes.size > 1 ? nodes : []),
      ...of.map(({ node, field }) => `${node}.${field}`),
      ...related,
    ]
      .flatMap((each) => policyOf(each) ?? [])
      .reduce<AccessPolicy | undefined>(narrower, undefined);
    if (related.size === 0 || policy?.scopes.length === 0) {
      throw new Error(`Nothing says who is permitted to filter by ${coordinate}: declare it.`);
    }
    if (policy) policies.set(coordinate, policy);
  }
  return policies;
}
