/** What every record has: its id, the count of its changes, and whether it is made up. */
export const record = `
  id text COLLATE "C" PRIMARY KEY DEFAULT gen_random_uuid()::text,
  version integer NOT NULL DEFAULT 1,
  synthetic boolean NOT NULL DEFAULT false`;
