import type { IncomingMessage } from "node:http";
import { headerLines } from "../../../subgraphs/kit/http/header-lines";
import { InvalidToken } from "./invalid-token";

/** RFC 6750, section 2.1; the scheme's case does not matter (RFC 9110, section 11.1). */
const wellFormed = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i;

/** A longer token is not looked at. */
const longest = 8_192;

/**
 * The bearer token of a request; `undefined` without an `authorization` header.
 *
 * @throws InvalidToken where the header is anything else than one bearer token
 */
export function bearerTokenOf(request: IncomingMessage): string | undefined {
  const given = headerLines(request, "authorization");
  if (given.length === 0) return undefined;
  if (given.length > 1) {
    throw new InvalidToken(`expected one authorization header, received ${given.length}`);
  }
  const token = wellFormed.exec(given[0] ?? "")?.[1];
  if (token === undefined) {
    throw new InvalidToken('expected the authorization header to be "Bearer" and a token');
  }
  if (token.length > longest) {
    throw new InvalidToken(`expected at most ${longest} characters, received ${token.length}`);
  }
  return token;
}
