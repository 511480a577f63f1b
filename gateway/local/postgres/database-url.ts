/** The address of one database of the local server, with role and password. */
export interface DatabaseAddress {
  readonly user: string;
  readonly password: string;
  readonly port: number;
  readonly database: string;
}

/** The address as a `postgres://` URL. */
export function databaseUrl({ user, password, port, database }: DatabaseAddress): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
