import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { escapeIdentifier } from "pg";
import { asAdmin, cloneDatabase, retryWhileBusy, testPostgres } from "./postgres";

/** The program that fills a subgraph's database with synthetic records. */
export function demoProgram(subgraph: string): string {
  return join(__dirname, "..", "..", "dist", "subgraphs", subgraph, "demo", "main.js");
}

/** The name of the template with the synthetic records of the local stack, filled for the first who asks in a run. */
export async function demoTemplate(subgraph: string): Promise<string> {
  const template = `${subgraph}_demo_template`;
  await asAdmin(testPostgres().adminUrl, async (client) => {
    // Held until this session ends: whoever else asks waits until it is filled.
    await client.query("SELECT pg_advisory_lock(hashtext($1))", [template]);
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [
      template,
    ]);
    if (rowCount === 1) return;
    const { name, ownerUrl } = await cloneDatabase(subgraph);
    await promisify(execFile)(process.execPath, [demoProgram(subgraph)], {
      env: { ...process.env, OWNER_DATABASE_URL: ownerUrl },
    });
    const [filled, named] = [escapeIdentifier(name), escapeIdentifier(template)];
    await client.query(`ALTER DATABASE ${filled} ALLOW_CONNECTIONS false`);
    await retryWhileBusy(() => client.query(`ALTER DATABASE ${filled} RENAME TO ${named}`));
  });
  return template;
}
