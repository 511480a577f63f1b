import type { KeyObject } from "node:crypto";
import { InvalidAssertion, malformed } from "./invalid-assertion";
import type { KeyFile } from "./key-file";
import type { VerifyingKeys } from "./key-sets";

/** The `iss` of what the gateway signs. */
export const issuer = "gateway";

/** Seconds by which the clocks of gateway and subgraph may differ. */
export const clockTolerance = 5;

/** Now, seconds since 1970. */
export function secondsNow(): number {
  return Math.floor(Date.now() / 1_000);
}

/**
 * Checks that the gateway says so, to whom, and that it is the time.
 *
 * @param lifetime - how long after its date it can be used at most, seconds
 * @throws InvalidAssertion naming the first check that failed
 */
export function checkUse(
  { iss, aud, iat, nbf = -Infinity, exp }: Readonly<Record<string, unknown>>,
  subgraph: string,
  lifetime: number,
): void {
  if (iss !== issuer || aud === undefined || iat === undefined || exp === undefined) {
    throw malformed();
  }
  if (aud !== subgraph) throw new InvalidAssertion("it is for another subgraph");
  if (typeof iat !== "number" || typeof exp !== "number" || typeof nbf !== "number") {
    throw malformed();
  }
  const now = secondsNow();
  if (nbf > now + clockTolerance) throw malformed();
  if (exp <= now - clockTolerance || iat < now - clockTolerance - lifetime) {
    throw new InvalidAssertion("it is stale");
  }
  if (iat > now + clockTolerance) throw new InvalidAssertion("it is from the future");
}

/** Finds the gateway's public key of a `kid`; a file that has just got it is read at once. */
export function gatewayKeyIn(keys: KeyFile<VerifyingKeys>): (kid: string) => Promise<KeyObject> {
  return async (kid) => {
    const key = (await keys.current()).get(kid) ?? (await keys.current({ atOnce: true })).get(kid);
    if (!key) throw new InvalidAssertion("it names no key of the gateway");
    return key;
  };
}
