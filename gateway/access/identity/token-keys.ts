import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type JWTVerifyGetKey,
  type RemoteJWKSet,
} from "jose";
import type { Logger } from "pino";
import { z } from "zod";
import { IdentityUnavailable } from "./invalid-token";
import { issuerAddressProblem } from "./issuer-address";

/** Where an issuer publishes its keys. */
export interface TokenKeysOptions {
  readonly issuer: string;
  /** Address of its keys; without it the issuer is asked where they are. */
  readonly jwksUrl?: string | undefined;
  /** Whether an issuer on this machine may be without TLS. */
  readonly isLocal: boolean;
  readonly logger: Logger;
}

/**
 * How old keys get before they are fetched again. Until then, and while the issuer does not answer, the old ones are
 * used.
 */
const refreshMilliseconds = 600_000;
/** How long after a fetch a key nobody knows is not looked for again. */
const cooldownMilliseconds = 10_000;
/** How long after a failure the issuer is left in peace. */
const patienceMilliseconds = 2_000;
const timeoutMilliseconds = 3_000;

const discoveryDocument = z.object({ issuer: z.string(), jwks_uri: z.string() });

/** The issuer's keys: fetched when first needed, kept, and fetched again when they age or a token names an unknown one. */
export class TokenKeys {
  private remote: Promise<RemoteJWKSet> | undefined;
  private refreshedAt = 0;
  private failure: { readonly at: number; readonly cause: unknown } | undefined;

  constructor(private readonly options: TokenKeysOptions) {}

  /**
   * The key a token is signed with, by its header.
   *
   * @throws IdentityUnavailable where the keys that are needed cannot be fetched, and an error of `jose` where none fits
   */
  readonly keyFor: JWTVerifyGetKey = async (header, token) => {
    try {
      const remote = await this.remoteKeys();
      this.refreshInBackground(remote);
      return await remote(header, token);
    } catch (error) {
      if (isAboutToken(error)) throw error;
      throw new IdentityUnavailable(error);
    }
  };

  private async remoteKeys(): Promise<RemoteJWKSet> {
    this.remote ??= this.find();
    try {
      return await this.remote;
    } catch (error) {
      this.remote = undefined;
      throw error;
    }
  }

  private async find(): Promise<RemoteJWKSet> {
    const url = new URL(this.options.jwksUrl ?? (await this.discover()));
    return createRemoteJWKSet(url, {
      timeoutDuration: timeoutMilliseconds,
      cooldownDuration: cooldownMilliseconds,
      // Keys that have aged are replaced in the background, so that no caller waits and none is refused meanwhile.
      cacheMaxAge: Infinity,
      [customFetch]: (address, init) => this.fetch(address, init),
    });
  }

  private async discover(): Promise<string> {
    const { issuer, isLocal } = this.options;
    const signal = AbortSignal.timeout(timeoutMilliseconds);
    const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
    const response = await this.fetch(address, { signal, redirect: "manual" });
    if (response.status !== 200) throw new Error(`${address} answered ${response.status}.`);
    const document = discoveryDocument.parse(await response.json());
    if (document.issuer !== issuer) {
      throw new Error(`${address} is about the issuer ${document.issuer}.`);
    }
    const problem = issuerAddressProblem(document.jwks_uri, isLocal);
    if (problem !== undefined) throw new Error(`jwks_uri of ${address}: ${problem}.`);
    return document.jwks_uri;
  }

  private refreshInBackground(remote: RemoteJWKSet): void {
    const now = Date.now();
    // Fresh once they have been fetched, as they age here and not there.
    if (!remote.fresh || now - this.refreshedAt < refreshMilliseconds) return;
    this.refreshedAt = now;
    remote.reload().catch((error: unknown) => {
      // Tried again soon, not only when the keys have aged once more.
      this.refreshedAt = now - refreshMilliseconds + patienceMilliseconds;
      this.options.logger.warn({ err: error }, "the issuer's keys could not be fetched again");
    });
  }

  private async fetch(address: string, init: RequestInit): Promise<Response> {
    const { failure } = this;
    if (failure && Date.now() - failure.at < patienceMilliseconds) throw failure.cause;
    try {
      const response = await fetch(address, init);
      if (response.status >= 500) throw new Error(`${address} answered ${response.status}.`);
      this.failure = undefined;
      this.refreshedAt = Date.now();
      return response;
    } catch (error) {
      this.failure = { at: Date.now(), cause: error };
      throw error;
    }
  }
}

/** True if the keys have been fetched and the token names none of them, or one of another kind. */
function isAboutToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}
