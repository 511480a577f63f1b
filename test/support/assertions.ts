import { randomUUID } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { KeyFolder, runKeyCommand } from "../../gateway/access/key-files";
import { knownScopes } from "../../gateway/access/roles";
import { assertionHeader, signAssertion } from "../../subgraphs/kit/access/assertion";
import type { Caller } from "../../subgraphs/kit/caller";
import { KeyFile } from "../../subgraphs/kit/access/key-file";
import { readSigningKey, type SigningKey } from "../../subgraphs/kit/access/key-sets";
import { today } from "../../subgraphs/kit/clock";
import { createLogger } from "../../subgraphs/kit/logger";
import { officeRoles } from "./identity";
import { onceAWorker } from "./once-a-worker";
import { testPostgres } from "./postgres";

/** Keys of a gateway, in a folder that goes with the test run. */
export interface TestKeys {
  readonly folder: string;
  readonly files: KeyFolder;
  readonly signing: KeyFile<SigningKey>;
}

/** Makes keys of a gateway. */
export async function newTestKeys(): Promise<TestKeys> {
  const folder = await mkdtemp(join(testPostgres().folder, "keys-"));
  await runKeyCommand("new", folder);
  await runKeyCommand("new", folder, "cursor");
  const files = new KeyFolder(folder);
  const signing = await KeyFile.open({
    path: files.signing,
    variable: "SIGNING_KEYS_FILE",
    read: readSigningKey,
    logger: createLogger("test", "silent"),
  });
  return { folder, files, signing };
}

let shared: Promise<TestKeys> | undefined;

/** The keys of all gateways and subgraphs that test files start. */
export function testKeys(): Promise<TestKeys> {
  return (shared ??= onceAWorker("keys", newTestKeys));
}

/** The same for one test file alone, which changes them. */
export function ownTestKeys(): Promise<TestKeys> {
  return (shared ??= newTestKeys());
}

/** A caller of every office with every scope, as far as a test does not want another. */
export function testCaller(caller: Partial<Caller> = {}): Caller {
  return {
    subject: "test.office",
    roles: officeRoles,
    scopes: knownScopes,
    attributes: {},
    ...caller,
  };
}

/** For what the gateway would vouch. */
export interface AssertionOptions {
  readonly requestId: string;
  /** Default: a caller of every office with every scope. */
  readonly caller?: Caller;
  /** The day in force where a field's `asOf` is not given. Default: today. */
  readonly asOf?: string;
}

/** What the gateway would send a subgraph along with a body. */
export async function assertionHeaders(
  subgraph: string,
  body: string,
  { requestId, caller = testCaller(), asOf = today() }: AssertionOptions,
): Promise<Record<string, string>> {
  const { signing } = await testKeys();
  return {
    [assertionHeader]: signAssertion(
      { id: randomUUID(), subgraph, caller, requestId, asOf, body },
      await signing.current(),
    ),
  };
}
