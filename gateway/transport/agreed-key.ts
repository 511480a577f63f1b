import type { KeyObject } from "node:crypto";
import { secondsNow } from "../../subgraphs/kit/access/gateway-claims";
import { grantLifetime, signGrant } from "../../subgraphs/kit/access/key-grant";
import type { SigningKey } from "../../subgraphs/kit/access/key-sets";
import { KeyShare } from "../../subgraphs/kit/access/key-share";

/** How long requests are signed after one was refused, milliseconds: several processes may answer at one address. */
const signedAfterRefusal = 60_000;

/** 32 bytes, base64url. */
const isShare = /^[\w-]{43}$/;

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
  /** What was told last and gives no key. */
  private useless: string | undefined;
  private agreed: Agreed | undefined;
  private signedUntil = -Infinity;

  /** Shares no key yet. */
  constructor(private readonly subgraph: string) {}

  /** The subgraph tells its share. What is none is not heeded. */
  learn(share: string): void {
    if (isShare.test(share) && share !== this.useless) this.share = share;
  }

  /** What was sealed with the key was not let in: for a while there is no key. */
  refuse(): void {
    this.share = undefined;
    this.agreed = undefined;
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
    let key: KeyObject;
    try {
      key = own.keyWith(agreement);
    } catch {
      // It is written as a share is, and is none.
      this.useless = subgraphShare;
      this.share = undefined;
      return undefined;
    }
    const until = secondsNow() + grantLifetime - replacedBefore;
    return { key, grant: signGrant(agreement, signing), subgraphShare, signing, until };
  }
}
