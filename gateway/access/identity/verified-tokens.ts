import { hash } from "node:crypto";
import type { JWTVerifyGetKey } from "jose";
import type { Caller } from "../../../subgraphs/kit/caller";
import { Latest } from "../../../subgraphs/kit/latest";
import { type TokenRules, type VerifiedToken, verifyToken } from "./token-verifier";

/** How many tokens are kept: those used last. */
const mostKept = 10_000;

/** Keys are found by a token's header. */
const noToken = { payload: "", signature: "" };

/**
 * Finds out whom tokens name. A token that was found to be right is kept by its SHA-256, not by its text, until it
 * expires. It is verified again when the issuer's keys were fetched again, so a key that was removed ends its tokens as
 * if none were kept. What is refused is never kept.
 */
export class VerifiedTokens {
  private readonly kept: Latest<VerifiedToken>;

  constructor(
    private readonly keyFor: JWTVerifyGetKey,
    private readonly rules: TokenRules,
    most = mostKept,
  ) {
    this.kept = new Latest(most);
  }

  /**
   * The caller a token names.
   *
   * @throws InvalidToken and IdentityUnavailable, as {@link verifyToken} does
   */
  async callerOf(token: string): Promise<Caller> {
    const digest = hash("sha256", token, "base64");
    const known = this.kept.get(digest);
    if (known && (await this.isStillRight(known))) return known.caller;
    this.kept.delete(digest);
    const verified = await verifyToken(token, this.keyFor, this.rules);
    this.kept.set(digest, verified);
    return verified.caller;
  }

  /** Keys are other objects each time they are fetched. An error is met again when the token is verified. */
  private async isStillRight({ header, key, expires }: VerifiedToken): Promise<boolean> {
    if (Date.now() >= expires * 1_000) return false;
    try {
      return (await this.keyFor(header, noToken)) === key;
    } catch {
      return false;
    }
  }
}
