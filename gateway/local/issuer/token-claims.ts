import { isRole, knownScopes, roles } from "../../access/roles";
import { LocalStackFailure } from "../system/failure";

/** The claims of a development token, besides those every token has. */
export interface TokenClaims {
  readonly sub: string;
  readonly roles: readonly string[];
  readonly municipality?: string;
  readonly client_id?: string;
  readonly scope?: string;
}

const usage = `Expected one or more of ${roles
  .filter((role) => role !== "app" && role !== "municipality")
  .join(
    ", ",
  )} separated by commas, or municipality:<six digits>, or app:<client> and the scopes it is to have`;

/**
 * The claims that a command line asks for: `dispatch-officer,fellowship-officer`, `municipality:131016` or
 * `app:portal recruitment:records`.
 *
 * @throws LocalStackFailure listing the roles where it asks for none of them
 */
export function tokenClaims([who = "", ...scopes]: readonly string[]): TokenClaims {
  const [role = "", detail] = who.split(/:(.*)/s);
  const isApp = role === "app";
  if (scopes.length > 0 && !isApp) throw wrong([who, ...scopes]);
  if (isApp && detail) {
    const unknown = scopes.find((scope) => !knownScopes.has(scope));
    if (unknown === undefined) {
      return { sub: `local.${detail}`, roles: [role], client_id: detail, scope: scopes.join(" ") };
    }
    throw new LocalStackFailure(
      `Expected scopes of ${[...knownScopes].join(", ")}, received "${unknown}".`,
    );
  }
  if (role === "municipality" && detail !== undefined && /^\d{6}$/.test(detail)) {
    return { sub: `local.${detail}`, roles: [role], municipality: detail };
  }
  const given = who.split(",");
  const areAlone = (name: string) => name === "app" || name === "municipality";
  if (given.every((name) => isRole(name) && !areAlone(name))) {
    return { sub: `local.${given.join(".")}`, roles: given };
  }
  throw wrong([who]);
}

function wrong(received: readonly string[]): LocalStackFailure {
  return new LocalStackFailure(`${usage}, received "${received.join(" ")}".`);
}
