import type { z } from "zod";
import { postgresUrlVariable, readEnvironment } from "../../subgraphs/kit/environment";

/** Variables of `verify`, `checkpoint` and `show`. */
export const auditReaderShape = {
  AUDIT_READER_DATABASE_URL: postgresUrlVariable().describe(
    "The audit database, as the role that may read it; `verify`, `checkpoint` and `show` use it.",
  ),
};

/** Variables of `setup`. */
export const auditSetupShape = {
  ADMIN_DATABASE_URL: postgresUrlVariable().describe(
    "The server as a superuser; only `setup` uses it.",
  ),
  AUDIT_OWNER_DATABASE_URL: postgresUrlVariable().describe(
    "The audit database, as the role that owns it; only `setup` uses it.",
  ),
  AUDIT_DATABASE_URL: postgresUrlVariable().describe(
    "The audit database, as the role that can only append to the log and to cited answers.",
  ),
  ...auditReaderShape,
};

/** Reads the variables of `verify`, `checkpoint` and `show`. */
export const readAuditReaderSettings = (): z.infer<z.ZodObject<typeof auditReaderShape>> =>
  readEnvironment(auditReaderShape, process.env);

/** Reads the variables of `setup`. */
export const readAuditSetupSettings = (): z.infer<z.ZodObject<typeof auditSetupShape>> =>
  readEnvironment(auditSetupShape, process.env);
