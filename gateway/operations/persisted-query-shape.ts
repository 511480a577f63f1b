import { z } from "zod";

/** What a request may give in `extensions.persistedQuery`, in the format of Apollo's persisted queries. */
export const persistedQueryShape = z.object({
  version: z.literal(1),
  sha256Hash: z.string().regex(/^[\da-f]{64}$/),
});
