import { z } from "zod";
import type { DatabaseUrls } from "../database/provision";
import {
  countVariable,
  logLevelVariable,
  portVariable,
  postgresUrlVariable,
  readEnvironment,
} from "../environment";

const databaseUrl = postgresUrlVariable().describe(
  "The subgraph's database, as its restricted role.",
);
const ownerUrl = postgresUrlVariable().describe(
  "The same database as the role that owns its tables; `setup`, `provision`, `migrate`, `load`, `import` and `release` use it.",
);

const thresholdVariable = countVariable(3, 5).describe(
  "Statistics about fewer persons than this are shown as ranges, except to callers who see the records.",
);

/** Variables of `serve`. */
export const serveShape = {
  DATABASE_URL: databaseUrl,
  GATEWAY_KEYS_FILE: z
    .string({ error: "expected the path of a JSON Web Key Set" })
    .describe(
      "The gateway's public keys, a JSON Web Key Set: only what one of them has signed is answered. Read again when it changes.",
    ),
  CURSOR_KEYS_FILE: z
    .string({ error: "expected the path of a JSON Web Key Set" })
    .describe(
      "The keys of cursors, a JSON Web Key Set, the same for all replicas: the first encrypts, all decrypt. Read again when it changes.",
    ),
  HOST: z.string().default("127.0.0.1").describe("Address to listen on."),
  PORT: portVariable(4001).describe("Port to listen on."),
  LOG_LEVEL: logLevelVariable().describe(
    "How much is logged: fatal, error, warn, info, debug, trace or silent.",
  ),
  DATABASE_POOL_SIZE: countVariable(1, 10).describe(
    "Most connections at once, for those who read the whole database and for each of those who read part of it.",
  ),
  DISCLOSURE_THRESHOLD: thresholdVariable,
  PROTECTION_THREADS: countVariable(0, 1).describe(
    "How many threads compute what statistics show to analysts; one more checks tables to publish. With 0 everybody waits while it is computed.",
  ),
  BODY_LIMIT_BYTES: countVariable(1_024, 1_048_576).describe("Largest request body accepted."),
  SHUTDOWN_GRACE_MS: countVariable(0, 10_000).describe(
    "How long running requests may take to finish on shutdown.",
  ),
};

/** Variables of `load` and `import`, and of the program that loads synthetic records. */
export const loadShape = { OWNER_DATABASE_URL: ownerUrl };

/** Variables of `release`. */
export const releaseShape = { ...loadShape, DISCLOSURE_THRESHOLD: thresholdVariable };

/** Variables of `migrate`. */
export const ownerShape = { DATABASE_URL: databaseUrl, ...loadShape };

/** Variables of `provision` and `setup`. */
export const setupShape = {
  ...ownerShape,
  ADMIN_DATABASE_URL: postgresUrlVariable().describe(
    "The server as a superuser; only `setup` and `provision` use it.",
  ),
};

/** What `serve` runs with. */
export type ServeSettings = z.infer<z.ZodObject<typeof serveShape>>;

/** Reads the variables of `serve`. */
export const readServeSettings = (): ServeSettings => readEnvironment(serveShape, process.env);

/** Reads the variables of `load`. */
export const readLoadSettings = (): z.infer<z.ZodObject<typeof loadShape>> =>
  readEnvironment(loadShape, process.env);

/** Reads the variables of `release`. */
export const readReleaseSettings = (): z.infer<z.ZodObject<typeof releaseShape>> =>
  readEnvironment(releaseShape, process.env);

/** Reads the variables of `migrate`. */
export const readOwnerSettings = (): z.infer<z.ZodObject<typeof ownerShape>> =>
  readEnvironment(ownerShape, process.env);

/** Reads the variables of `setup` and `provision`. */
export function setupUrls(): DatabaseUrls {
  const {
    ADMIN_DATABASE_URL: admin,
    OWNER_DATABASE_URL: owner,
    DATABASE_URL: app,
  } = readEnvironment(setupShape, process.env);
  return { admin, owner, app };
}
