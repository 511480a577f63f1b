import type { AccessPolicy } from "./access-policy";

/** The policy that permits only callers whom both permit. */
export function narrower(one: AccessPolicy | undefined, other: AccessPolicy): AccessPolicy {
  if (!one) return other;
  const scopes = one.scopes.filter((scope) => other.scopes.includes(scope));
  return { scopes, personal: one.personal || other.personal };
}
