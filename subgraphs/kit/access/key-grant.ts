import type { KeyObject } from "node:crypto";
import { z } from "zod";
import { Latest } from "../latest";
import { signCompact, verifyCompact } from "./compact-jws";
import { checkUse, clockTolerance, gatewayKeyIn, issuer, secondsNow } from "./gateway-claims";
import { InvalidAssertion, malformed } from "./invalid-assertion";
import type { KeyFile } from "./key-file";
import { grantType, type SigningKey, type VerifyingKeys } from "./key-sets";
import { type KeyAgreement, KeyShare } from "./key-share";

/** How long a key is used, seconds. */
export const grantLifetime = 3_600;

/** How many keys a subgraph keeps at most, and half as many of those used last: one for each process of the gateway. */
const mostKept = 256;

const sharesOf = z.object({ gatewayShare: z.string(), subgraphShare: z.string() });

/** The grant is of a key that this process does not have, or of one that is too old: another may be granted. */
function unknownKey(): InvalidAssertion {
  return new InvalidAssertion("its shared key is not known");
}

/** Signs the gateway's grant of a key: the subgraph then knows with whom it shares it. */
export function signGrant(
  { subgraph, gatewayShare, subgraphShare }: KeyAgreement,
  { key, grantHeader }: SigningKey,
): string {
  const now = secondsNow();
  const use = { iss: issuer, aud: subgraph, iat: now, exp: now + grantLifetime };
  return signCompact({ gatewayShare, subgraphShare, ...use }, key, grantHeader);
}

/** A key that was granted. */
interface GrantedKey {
  readonly key: KeyObject;
  /** When it is used no more, seconds since 1970. */
  readonly until: number;
  readonly kid: string;
  /** The key of the gateway that signed the grant. */
  readonly signedWith: KeyObject;
}

/** The keys that one process of a subgraph shares with processes of the gateway. */
export class GrantedKeys {
  private readonly own = new KeyShare();
  private readonly kept = new Latest<GrantedKey>(mostKept);

  /** Has no key yet. */
  constructor(
    private readonly subgraph: string,
    private readonly keys: KeyFile<VerifyingKeys>,
  ) {}

  /** What the gateway is told to share a key with this process. */
  get share(): string {
    return this.own.text;
  }

  /**
   * The key of a grant. A grant is verified once, and again once the gateway's keys have changed.
   *
   * @throws InvalidAssertion where the gateway has not signed it for this process, or too long ago
   */
  async keyOf(grant: string): Promise<KeyObject> {
    const known = this.kept.get(grant);
    if (known) {
      if (known.until <= secondsNow()) throw unknownKey();
      if ((await this.keys.current()).get(known.kid) === known.signedWith) return known.key;
    }
    const granted = await this.verified(grant);
    this.kept.set(grant, granted);
    return granted.key;
  }

  private async verified(grant: string): Promise<GrantedKey> {
    let signer: Pick<GrantedKey, "kid" | "signedWith"> | undefined;
    const claims = await verifyCompact(grant, grantType, async (kid) => {
      const signedWith = await gatewayKeyIn(this.keys)(kid);
      signer = { kid, signedWith };
      return signedWith;
    });
    const { data: shares } = sharesOf.safeParse(claims);
    const { aud, exp, iat } = claims;
    if (!shares || !signer || typeof exp !== "number" || typeof iat !== "number") throw malformed();
    const until = Math.min(exp, iat + grantLifetime) + clockTolerance;
    // Before the time is checked: clocks may have changed since it was granted to another process.
    const isOfThis = shares.subgraphShare === this.share && until > secondsNow();
    if (aud === this.subgraph && !isOfThis) throw unknownKey();
    checkUse(claims, this.subgraph, grantLifetime);
    return { key: this.keyWith(shares), until, ...signer };
  }

  private keyWith(shares: Omit<KeyAgreement, "subgraph">): KeyObject {
    try {
      return this.own.keyWith({ subgraph: this.subgraph, ...shares });
    } catch {
      throw malformed();
    }
  }
}
