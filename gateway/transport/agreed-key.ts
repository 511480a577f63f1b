import type { KeyObject } from "node:crypto";
import { secondsNow } from "../../subgraphs/kit/access/gateway-claims";
import { grantLifetime, signGrant } from "../../subgraphs/kit/access/key-grant";
import type { SigningKey } from "../../subgraphs/kit/access/key-sets";
import { KeyShare } from "../../subgraphs/kit/access/key-share";

/** How long requests are signed after a grant was refused, milliseconds: several processes may answer at one address. */
const signedAfterRefusal = 60_000;

/** How long before its end a key is replaced, seconds. */
const replacedBefore = 300;

/** A key that this process shares with a subgraph. */
export interface SharedKey {
  readonly key: KeyObject;
  /** What tells the subgraph so. */
  readonly grant: string;
}

interface Agreed extends SharedKey {
  readonly subgraphShare: string;
  readonly signing: SigningKey;
  readonly until: number;
}

/**
 * The key that this process shares with one subgraph, once the subgraph has told its share. It is replaced with the
 * subgraph's share, with the key that signs, and before it is too old.
 */
export class AgreedKey {
  private share: string | undefined;
  private agreed: Agreed | undefined;
  private signedUntil = -Infinity;

  /** Shares no key yet. */
  constructor(private readonly subgraph: string) {}

  /** The subgraph tells its share. */
  learn(share: string): void {
    this.share = share;
  }

  /** The subgraph that answered does not know the key, and tells its share. */
  refuse(share: string): void {
    this.learn(share);
    this.signedUntil = performance.now() + signedAfterRefusal;
  }

  /** The key, granted with the key that signs; none where requests have to be signed. */
  current(signing: SigningKey): SharedKey | undefined {
    const { agreed, share } = this;
    if (share === undefined || performance.now() < this.signedUntil) return undefined;
    const isOfUse =
      agreed?.subgraphShare === share && agreed.signing === signing && secondsNow() < agreed.until;
    return isOfUse ? agreed : (this.agreed = this.agree(share, signing));
  }

  private agree(subgraphShare: string, signing: SigningKey): Agreed | undefined {
    const own = new KeyShare();
    const agreement = { subgraph: this.subgraph, gatewayShare: own.text, subgraphShare };
    try {
      const key = own.keyWith(subgraphShare, agreement);
      const until = secondsNow() + grantLifetime - replacedBefore;
      return { key, grant: signGrant(agreement, signing), subgraphShare, signing, until };
    } catch {
      // What was told is no share.
      this.share = undefined;
      return undefined;
    }
  }
}
