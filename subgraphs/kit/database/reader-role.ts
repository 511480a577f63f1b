/** The length to which PostgreSQL cuts names, in bytes. */
const longest = 63;

/**
 * The name of the database role of a reader.
 *
 * @param app - the restricted role the subgraph logs in as
 * @throws Error where PostgreSQL would cut the name, and two readers could become one
 */
export function readerRole(app: string, reader: string): string {
  const role = `${app}_${reader}`;
  if (Buffer.byteLength(role) <= longest) return role;
  throw new Error(
    `The role in DATABASE_URL has too long a name: expected "${role}" to have at most ${longest} bytes.`,
  );
}

/**
 * The URL of a database whose every connection begins, and begins again after RESET, as another role. It stands in the URL
 * because what else a connection is given, a URL overrides.
 */
export function asRole(url: string, role: string): string {
  const changed = new URL(url);
  const given = changed.searchParams.get("options");
  // PostgreSQL takes the last setting of a name, and a backslash before what would end a word.
  const setting = `-c role=${role.replace(/[\\\s]/g, "\\$&")}`;
  changed.searchParams.set("options", given === null ? setting : `${given} ${setting}`);
  return changed.toString();
}
