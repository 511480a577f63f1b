import { escapeIdentifier } from "pg";
import { createDataSource } from "../../subgraphs/kit/database/data-source";
import {
  databaseOf,
  provisionDatabase,
  roleOf,
  withClient,
  withDatabase,
} from "../../subgraphs/kit/database/provision";
import { AuditTables1790600000000 } from "./audit-tables";
import { CitationTables1796000000000 } from "./citation-tables";

/** The connection URLs of the audit database. */
export interface AuditDatabaseUrls {
  /** A superuser, on any database of the server. */
  readonly admin: string;
  /** The role that owns the log. */
  readonly owner: string;
  /** The role the gateway appends as. */
  readonly writer: string;
  /** The role the log is verified and read as. */
  readonly reader: string;
}

/**
 * Creates the audit database, its three roles and its tables if they are missing. Idempotent. The writer is permitted
 * to execute one function, to add and read cited answers, and nothing else; the reader to read the tables.
 *
 * @throws Error where the URLs name two databases, or one role twice
 */
export async function setUpAudit(urls: AuditDatabaseUrls): Promise<void> {
  requireThreeRolesOfOne(urls);
  const { admin, owner, writer, reader } = urls;
  for (const app of [writer, reader])
    await provisionDatabase({ admin, owner, app }, { extensions: [] });
  await withClient(withDatabase(admin, databaseOf(owner)), async (client) => {
    await client.query(narrowed(urls));
  });
  await migrate(urls);
}

/** What every role is permitted unless revoked: anonymous code, and large objects, which could fill a disk. */
function narrowed({ owner, writer, reader }: AuditDatabaseUrls): string {
  return `
REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
GRANT USAGE ON LANGUAGE plpgsql TO ${escapeIdentifier(roleOf(owner))};
DO $$
DECLARE
  each regprocedure;
BEGIN
  FOR each IN SELECT oid::regprocedure FROM pg_proc
    WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ '^(lo_.*|loread|lowrite)$' LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', each);
  END LOOP;
END $$;
ALTER ROLE ${escapeIdentifier(roleOf(writer))} SET synchronous_commit = on;
ALTER ROLE ${escapeIdentifier(roleOf(reader))} SET default_transaction_read_only = on;`;
}

async function migrate({ owner, writer, reader }: AuditDatabaseUrls): Promise<void> {
  const [writerRole, readerRole] = [writer, reader].map((url) => escapeIdentifier(roleOf(url)));
  const database = createDataSource({
    url: owner,
    applicationName: "audit setup",
    poolSize: 1,
    entities: [],
    migrations: [AuditTables1790600000000, CitationTables1796000000000],
  });
  await database.initialize();
  try {
    await database.runMigrations();
    await database.transaction((manager) =>
      manager.query(`
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${writerRole}, ${readerRole};
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC, ${writerRole}, ${readerRole};
GRANT EXECUTE ON FUNCTION append_audit_entries TO ${writerRole};
GRANT SELECT ON audit_entry, audit_head, citation TO ${readerRole};
GRANT SELECT, INSERT (id, answer_key, record) ON citation TO ${writerRole};`),
    );
  } finally {
    await database.destroy();
  }
}

function requireThreeRolesOfOne({ owner, writer, reader }: AuditDatabaseUrls): void {
  const urls = [owner, writer, reader];
  const databases = new Set(urls.map(databaseOf));
  const roles = new Set(urls.map(roleOf));
  if (databases.size === 1 && roles.size === urls.length) return;
  throw new Error(
    `Expected AUDIT_OWNER_DATABASE_URL, AUDIT_DATABASE_URL and AUDIT_READER_DATABASE_URL to name one database and three roles, received databases ${[...databases].join(", ")} and roles ${[...roles].join(", ")}.`,
  );
}
