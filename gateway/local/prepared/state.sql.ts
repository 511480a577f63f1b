/** Owner and restricted roles of a database have names that begin alike. */
const itsRoles = `starts_with(rolname, (SELECT regexp_replace(pg_get_userbyid(datdba), 'owner$', '') FROM pg_database WHERE datname = current_database()))`;

/**
 * What the setup of a database leaves behind, beside rows of facts and records: each query gives one thing a line. The
 * object ids tell a database that was restored from one that was prepared.
 */
const ofEveryDatabase = [
  `SELECT oid, datname, datdba, datacl FROM pg_database WHERE datname IN (current_database(), 'postgres', 'template1')`,
  // With the passwords, as they are kept: salted hashes.
  `SELECT * FROM pg_authid WHERE ${itsRoles}`,
  `SELECT m.* FROM pg_auth_members m JOIN pg_authid a ON a.oid = m.roleid WHERE ${itsRoles}`,
  `SELECT s.* FROM pg_db_role_setting s JOIN pg_authid a ON a.oid = s.setrole WHERE ${itsRoles}`,
  `SELECT oid, nspname, nspowner, nspacl FROM pg_namespace WHERE nspname = 'public'`,
  `SELECT oid, extname, extversion FROM pg_extension`,
  `SELECT oid, lanname, lanacl FROM pg_language`,
  `SELECT oid, relname, relkind, relowner, relacl, relrowsecurity FROM pg_class WHERE relnamespace = 'public'::regnamespace`,
  `SELECT attrelid, attname, atttypid, attnotnull, attacl FROM pg_attribute WHERE attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)`,
  `SELECT oid, polname, polrelid, polroles, polcmd, polqual FROM pg_policy`,
  `SELECT oid, tgname, tgrelid, tgenabled FROM pg_trigger`,
  `SELECT oid, proname, proacl FROM pg_proc WHERE pronamespace = 'public'::regnamespace OR proacl IS NOT NULL`,
  `SELECT name FROM migrations`,
];

/** In the database of an area: its synthetic records and its last release, or how far its records are without any. */
const ofAnArea = [
  `SELECT copies, loaded_at FROM synthetic_dataset`,
  `SELECT max(released_at) FROM release`,
  `SELECT max(id) FROM change_record WHERE NOT EXISTS (SELECT FROM release)`,
];

/** An SQL expression for a short text that says in which state a database is. */
export function stateSql({ isOfArea }: { readonly isOfArea: boolean }): string {
  const queries = [...ofEveryDatabase, ...(isOfArea ? ofAnArea : [])];
  const lines = queries.map(
    (query, index) => `SELECT concat(${index}, ' ', things) AS line FROM (${query}) things`,
  );
  return `SELECT md5(string_agg(line, E'\\n' ORDER BY line)) FROM (${lines.join(" UNION ALL ")}) lines`;
}
