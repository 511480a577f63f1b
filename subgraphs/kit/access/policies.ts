import type { AccessPolicy } from "./access-policy";

/** Open to callers with any one of the scopes; about no person. */
export function open(...scopes: readonly string[]): AccessPolicy {
  return { scopes, personal: false };
}

/** About a person, and open to callers with any one of the scopes: they say what for, and every look is recorded. */
export function personal(...scopes: readonly string[]): AccessPolicy {
  return { scopes, personal: true };
}

/**
 * Open to callers with any one of the scopes, who are shown numbers in which no person can be found; exact to those with
 * any one of `exactWith`: they say what for, and every look is recorded.
 */
export function released(scopes: readonly string[], exactWith: readonly string[]): AccessPolicy {
  return { scopes, personal: false, personalWith: exactWith };
}
