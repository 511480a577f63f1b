import { areaNames } from "../../subgraphs/areas";
import { createServer, type Server } from "node:http";
import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTPayload,
  SignJWT,
} from "jose";
import { onceAWorker } from "./once-a-worker";

/** A claim set, as a test wants it; what is not given is as the gateway accepts it. */
export interface TokenClaims {
  readonly roles?: unknown;
  readonly sub?: string | undefined;
  readonly [claim: string]: unknown;
}

/** Headers of a request; one that is `undefined` is not sent. */
export type TestHeaders = Readonly<Record<string, string | undefined>>;

/** An issuer of tokens on real HTTP, with one key until it is given another. */
export class TestIssuer {
  /** How often its keys were fetched. */
  fetches = 0;
  private keys: { readonly publicJwk: JWK; readonly privateKey: CryptoKey }[] = [];
  private server: Server | undefined;
  url = "";

  /** Starts it; it does not keep the test's process alive. */
  async start(): Promise<this> {
    if (this.keys.length === 0) await this.rotate();
    const server = createServer((request, response) => {
      response.setHeader("content-type", "application/json");
      response.setHeader("connection", "close");
      if (request.url === "/.well-known/openid-configuration") {
        response.end(JSON.stringify({ issuer: this.url, jwks_uri: `${this.url}/jwks` }));
        return;
      }
      this.fetches += 1;
      response.end(JSON.stringify({ keys: this.keys.map(({ publicJwk }) => publicJwk) }));
    });
    const port = this.url === "" ? 0 : Number(new URL(this.url).port);
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    server.unref();
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    this.url = `http://127.0.0.1:${address.port}`;
    this.server = server;
    return this;
  }

  /** Ends it; its port then refuses connections. */
  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** Signs with a new key from here on; the old one is no longer published. */
  async rotate(): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair("ES256");
    const kid = `key-${Date.now()}-${Math.random()}`;
    this.keys = [{ publicJwk: { ...(await exportJWK(publicKey)), kid, alg: "ES256" }, privateKey }];
  }

  /** The key it publishes. */
  get publicJwk(): JWK {
    return this.key.publicJwk;
  }

  /** A token of these claims, valid for an hour unless they say otherwise; `undefined` leaves a claim out. */
  token(claims: TokenClaims = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    const all = {
      iss: this.url,
      aud: "personnel-graph",
      sub: "test.office",
      iat: now,
      exp: now + 3_600,
      roles: ["public"],
      ...claims,
    };
    return new SignJWT(all as JWTPayload)
      .setProtectedHeader({ alg: "ES256", kid: this.publicJwk.kid ?? "" })
      .sign(this.key.privateKey);
  }

  private get key() {
    const [key] = this.keys;
    if (!key) throw new Error("The issuer has not been started.");
    return key;
  }
}

/** The issuer of all graphs that test files start: its keys stay as they are. */
export function testIssuer(): Promise<TestIssuer> {
  return onceAWorker("issuer", () => new TestIssuer().start());
}

/** A token of the shared issuer. */
export async function tokenOf(claims: TokenClaims): Promise<string> {
  return (await testIssuer()).token(claims);
}

const neededClaims: Readonly<Record<string, TokenClaims>> = {
  municipality: { municipality: "131016" },
  app: { client_id: "test-app" },
};

/** The headers of a caller with these roles who says what the answer is for. */
export async function callerHeaders(...roles: readonly string[]): Promise<Record<string, string>> {
  const claims = Object.assign({ roles }, ...roles.map((role) => neededClaims[role] ?? {}));
  return { authorization: `Bearer ${await tokenOf(claims)}`, "graph-purpose": "test" };
}

/** The roles a test has unless it chooses others: all offices, and the analysts. */
export const officeRoles = ["analyst", ...areaNames.map((area) => `${area}-officer`)];

/** What `execute` sends unless a test gives other headers; `authorization: undefined` asks without a token. */
export function officeHeaders(): Promise<Record<string, string>> {
  return callerHeaders(...officeRoles);
}
