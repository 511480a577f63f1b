import { createHash } from "node:crypto";
import { today } from "../../subgraphs/kit/clock";
import { databaseOf, roleOf, withDatabase } from "../../subgraphs/kit/database/provision";
import { dueYear } from "../../subgraphs/kit/release/due-year";
import { auditUrls, databaseUrls, type ProgramContext } from "./child-programs";
import type { SubgraphName } from "./programs";
import type { Preparation } from "./prepared/prepare-once";

/** The server as a superuser, and the digest of the programs that prepare its databases. */
export interface PreparedBy {
  readonly adminUrl: string;
  readonly programs: string;
}

/** The database of an area with the synthetic records that are asked for, and a release a year. */
export function areaPreparation(
  context: ProgramContext,
  name: SubgraphName,
  { adminUrl, programs }: PreparedBy,
  args: readonly string[],
): Preparation {
  const { owner } = databaseUrls(context, name);
  return {
    ...ownedBy(owner, adminUrl),
    isOfArea: true,
    fingerprint: digestOf([programs, context.credentials[name], args, dueYear(today())]),
  };
}

/** The database of the audit log. */
export function auditPreparation(
  context: ProgramContext,
  { adminUrl, programs }: PreparedBy,
): Preparation {
  return {
    ...ownedBy(auditUrls(context).owner, adminUrl),
    isOfArea: false,
    fingerprint: digestOf([programs, context.credentials.audit]),
  };
}

function ownedBy(owner: string, adminUrl: string): Pick<Preparation, "url" | "owner"> {
  return { url: withDatabase(adminUrl, databaseOf(owner)), owner: roleOf(owner) };
}

/** Passwords go into it: they are too long to be guessed from it. */
function digestOf(parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}
