import { normalForm } from "./normal-form";

/** Who asks, as the gateway has established it. Subgraphs learn it from the gateway's signed assertion alone. */
export interface Caller {
  /** The subject of the caller's token; {@link anonymous} where there was none. */
  readonly subject: string;
  /** The roles the token gives; `public` without one. */
  readonly roles: readonly string[];
  /** What those roles let the caller do, as `dispatch:records`; the policies of the schema name them. */
  readonly scopes: ReadonlySet<string>;
  /** The application that asks, where the token names one. */
  readonly client?: string;
  /** Whom that application says it acts for; nobody has verified it. */
  readonly actor?: string;
  /** What row rules need to know of the caller besides, as the code of its municipality. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** The subject of a caller without a token. */
export const anonymous = "anonymous";

/** Whether a subject could be taken for {@link anonymous}, however it is written: no token has such a one. */
export function isReserved(subject: string): boolean {
  return normalForm(subject).trim().toLowerCase() === anonymous;
}
