import type { Identity } from "../system/identity";
import type { PostgresBinaries } from "./binaries";

/** Programs, folder and user that fit together: the user can reach both the programs and the folder. */
export interface PostgresPlace {
  readonly binaries: PostgresBinaries;
  /** The folder of the databases. */
  readonly cluster: string;
  /** The user PostgreSQL runs as, `undefined` for the present one. */
  readonly identity: Identity | undefined;
}

/** Where data and programs lie that must be reachable when the project's folder is not. */
export const sharedFolder = "/var/lib/personnel-graph";
