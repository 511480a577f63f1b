import type { KeyObject } from "node:crypto";
import { z } from "zod";
import { signCompact, verifyCompact } from "./compact-jws";
import { checkUse, clockTolerance, gatewayKeyIn, issuer, secondsNow } from "./gateway-claims";
import { InvalidAssertion, malformed } from "./invalid-assertion";
import type { KeyFile } from "./key-file";
import { grantType, type SigningKey, type VerifyingKeys } from "./key-sets";
import { type KeyAgreement, KeyShare } from "./key-share";

/** How long a key is used, seconds. */
export const grantLifetime = 3_600;

/** How many keys a subgraph keeps: one for each process of the gateway, and those before. */
const mostKept = 64;

const sharesOf = z.object({ gatewayShare: z.string(), subgraphShare: z.string() });

/**
 * The grant is of a key that this process does not have, or of one that is too old. Nothing was done; the gateway can
 * sign the same request.
 */
export class UnknownGrant extends InvalidAssertion {
  constructor() {
    super("its shared key is not known");
  }
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
  private readonly kept = new Map<string, GrantedKey>();

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
   * @throws UnknownGrant if it is of another process, or too old
   * @throws InvalidAssertion where the gateway has not signed it for this subgraph
   */
  async keyOf(grant: string): Promise<KeyObject> {
    const known = this.kept.get(grant);
    if (known) {
      if (known.until <= secondsNow()) throw new UnknownGrant();
      if ((await this.keys.current()).get(known.kid) === known.signedWith) return known.key;
    }
    const granted = await this.verified(grant);
    this.kept.delete(grant);
    const [oldest] = this.kept.keys();
    if (oldest !== undefined && this.kept.size >= mostKept) this.kept.delete(oldest);
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
    const { exp } = claims;
    if (!shares || !signer || typeof exp !== "number") throw malformed();
    const until = exp + clockTolerance;
    if (until <= secondsNow()) throw new UnknownGrant();
    checkUse(claims, this.subgraph, grantLifetime);
    if (shares.subgraphShare !== this.share) throw new UnknownGrant();
    return { key: this.keyWith(shares), until, ...signer };
  }

  private keyWith(shares: Omit<KeyAgreement, "subgraph">): KeyObject {
    try {
      return this.own.keyWith(shares.gatewayShare, { subgraph: this.subgraph, ...shares });
    } catch {
      throw malformed();
    }
  }
}
