import type { IncomingMessage } from "node:http";
import { LocalStackFailure } from "../system/failure";
import type { IssuerFile } from "./issuer-file";
import { signToken } from "./sign-token";
import { tokenClaims } from "./token-claims";

/** Where pages of the gateway ask for a token. */
export const tokenPath = "/token";

/** The longest body of a request for a token, bytes. */
const longestBody = 1_024;

/** An answer of the issuer. */
export interface IssuerAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

/**
 * Gives tokens to pages of the gateway, and to no other page that is open in the developer's browser:
 *
 * - `Host` must be the issuer's own address. A page whose name was made to lead here (DNS rebinding) has its own name there.
 * - `Origin` must be exactly the gateway's. A browser writes it, and no page can change it.
 * - The body must be JSON, which no form can send, and for which a browser asks first (a preflight).
 *
 * Whoever can run programs on this machine as this user can read the issuer's key anyway. Other users of the machine can
 * reach the issuer too.
 *
 * @param origin the gateway's, as `http://127.0.0.1:4000`
 */
export async function answerTokenRequest(
  request: IncomingMessage,
  kept: IssuerFile,
  origin: string,
): Promise<IssuerAnswer> {
  const { method, headers } = request;
  const isOwnHost = headers.host === new URL(kept.issuer).host;
  if (!isOwnHost || headers.origin !== origin) {
    return refusal(403, `Expected a page of ${origin}.`);
  }
  const allowed = {
    "access-control-allow-origin": origin,
    "access-control-allow-methods": "POST",
    "access-control-allow-headers": "content-type",
  };
  if (method === "OPTIONS") return { status: 204, headers: { ...common, ...allowed }, body: {} };
  const given = withHeaders(allowed);
  const type = headers["content-type"]?.split(";")[0]?.trim();
  if (method !== "POST" || type !== "application/json") {
    return given(refusal(415, "Expected POST with content-type application/json."));
  }
  const role = roleOf(await bodyOf(request));
  if (role === undefined) return given(refusal(400, 'Expected {"role": "analyst"} or the like.'));
  try {
    const token = await signToken(kept, tokenClaims([role]));
    return { status: 200, headers: { ...common, ...allowed }, body: { token } };
  } catch (error) {
    if (error instanceof LocalStackFailure) return given(refusal(400, error.message));
    throw error;
  }
}

const common = { "cache-control": "no-store", vary: "Origin" };

function refusal(status: number, title: string): IssuerAnswer {
  return { status, headers: common, body: { title } };
}

function withHeaders(more: Readonly<Record<string, string>>) {
  return ({ headers, ...answer }: IssuerAnswer): IssuerAnswer => ({
    ...answer,
    headers: { ...headers, ...more },
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longestBody) return "";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function roleOf(body: string): string | undefined {
  try {
    const given: unknown = JSON.parse(body);
    const role =
      typeof given === "object" && given !== null && "role" in given ? given.role : undefined;
    return typeof role === "string" ? role : undefined;
  } catch {
    return undefined;
  }
}
