import { ApiError, shown } from "../../kit/errors";
import type { RequestContext } from "../../kit/request/request-context";
import { grantDayByMunicipalityCode } from "./list-request.list";

/** The scopes that open the records of all municipalities; a caller without them sees only its own. */
const opensPersons = ["recruitment:persons"] as const;
const opensRequests = ["recruitment:records", ...opensPersons] as const;

/** Whom a caller acts for that sees the rows of one municipality only. */
export interface HeldCaller {
  /** The code; absent where the caller acts for none, and so sees no row. */
  readonly municipality: string | undefined;
}

/** The municipality whose engagements and profiles a caller is held to; `undefined` for one that sees those of all. */
export function heldToProfiles(context: RequestContext): HeldCaller | undefined {
  return held(context, opensPersons);
}

function held({ caller }: RequestContext, opening: readonly string[]): HeldCaller | undefined {
  return opening.some((scope) => caller.scopes.has(scope))
    ? undefined
    : { municipality: caller.attributes["municipality"] };
}

/**
 * Refuses callers who are not permitted to see the engagements of a municipality. A municipality sees its own.
 * @throws ApiError FORBIDDEN
 */
export function requireEngagementsOf(context: RequestContext, code: string): void {
  requireOwn(held(context, opensPersons), code, "engagements");
}

/**
 * Refuses callers who are not permitted to see the list requests of a municipality. A municipality sees its own.
 * @throws ApiError FORBIDDEN
 */
export function requireListRequestsOf(context: RequestContext, code: string): void {
  requireOwn(held(context, opensRequests), code, "requests for the list");
}

function requireOwn(caller: HeldCaller | undefined, code: string, what: string): void {
  if (caller === undefined || caller.municipality === code) return;
  const own = caller.municipality ?? "none";
  throw new ApiError(
    "FORBIDDEN",
    `A municipality sees its own ${what} only: expected municipality ${shown(own)}, received ${shown(code)}.`,
  );
}

/**
 * Lets a caller at the external personnel list of a day: a municipality once its request is granted, and as of no day
 * before that.
 * @throws ApiError LIST_NOT_GRANTED
 */
export async function requireGrantedList(context: RequestContext, asOf: string): Promise<void> {
  const caller = heldToProfiles(context);
  if (caller === undefined) return;
  const { municipality } = caller;
  const granted =
    municipality === undefined
      ? null
      : await context.load(grantDayByMunicipalityCode, municipality);
  if (granted === null || granted > context.today) {
    throw new ApiError(
      "LIST_NOT_GRANTED",
      `Expected a municipality whose request for the external personnel list is granted, received ${shown(municipality ?? "none")}.`,
    );
  }
  if (asOf < granted) {
    throw new ApiError(
      "LIST_NOT_GRANTED",
      `Expected a day from ${granted} on, when the external personnel list was granted, received ${asOf}.`,
    );
  }
}
