import {
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from "node:crypto";

/** The header in which a subgraph tells the gateway its share of a key. */
export const shareHeader = "graph-key-share";

/** The header in which the gateway grants that what comes with it is sealed with a key that both share. */
export const grantHeader = "graph-key-grant";

/** What both sides of a key know of it. */
export interface KeyAgreement {
  readonly subgraph: string;
  readonly gatewayShare: string;
  readonly subgraphShare: string;
}

/** One process's share of keys (RFC 7748, X25519). Whoever reads both shares on the way does not know the key. */
export class KeyShare {
  /** What the other side is told, base64url. */
  readonly text: string;
  private readonly privateKey: KeyObject;

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync("x25519");
    const { x } = publicKey.export({ format: "jwk" });
    if (x === undefined) throw new Error("A key without its public part.");
    this.text = x;
    this.privateKey = privateKey;
  }

  /**
   * The key for HMAC-SHA-256 of an agreement of this side, by HKDF (RFC 5869). It is a different one for every subgraph
   * and every pair of shares.
   *
   * @throws Error where the other's share is none
   */
  keyWith({ subgraph, gatewayShare, subgraphShare }: KeyAgreement): KeyObject {
    const other = gatewayShare === this.text ? subgraphShare : gatewayShare;
    const jwk = { kty: "OKP", crv: "X25519", x: other };
    const publicKey = createPublicKey({ key: jwk, format: "jwk" });
    const secret = diffieHellman({ privateKey: this.privateKey, publicKey });
    const use = JSON.stringify(["graph-assertion", subgraph, gatewayShare, subgraphShare]);
    return createSecretKey(Buffer.from(hkdfSync("sha256", secret, "", use, 32)));
  }
}
