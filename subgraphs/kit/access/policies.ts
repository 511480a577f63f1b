import type { AccessPolicy } from "./access-policy";

/** Open to callers with any one of the scopes; about no person. */
export function open(...scopes: readonly string[]): AccessPolicy {
  return { scopes, personal: false };
}

/**
 * About a person, and open to callers with any one of the scopes: a purpose is required, and every read is recorded.
 */
export function personal(...scopes: readonly string[]): AccessPolicy {
  return { scopes, personal: true };
}

/**
 * Open to callers with any one of the scopes, in numbers that disclose no person; exact for those with any one of
 * `exactWith`, who need a purpose and of whom every read is recorded.
 */
export function released(scopes: readonly string[], exactWith: readonly string[]): AccessPolicy {
  return { scopes, personal: false, personalWith: exactWith };
}
