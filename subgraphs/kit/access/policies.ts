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
 * Open to callers with any one of the scopes, in numbers that disclose no person; those with any one of `personalWith`
 * are shown more, need a purpose, and every read of theirs is recorded.
 */
export function released(scopes: readonly string[], personalWith: readonly string[]): AccessPolicy {
  return { scopes, personal: false, personalWith };
}
