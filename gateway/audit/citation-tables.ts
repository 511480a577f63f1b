import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Cited answers, each once. `id` is the beginning of SHA-256 over the text in `record` (gzip), `answer_key` SHA-256 over all
 * of it but the moment of the answer. The triggers protect against the owner's mistakes, not against intent; whether a row
 * is as it was kept, its id says.
 */
export class CitationTables1796000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE citation (
  id text PRIMARY KEY CHECK (id ~ '^[a-z2-7]{32}$'),
  answer_key bytea NOT NULL UNIQUE CHECK (octet_length(answer_key) = 32),
  record bytea NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT now()
);
-- It is compressed already, and its length is counted without reading it.
ALTER TABLE citation ALTER COLUMN record SET STORAGE EXTERNAL;
CREATE INDEX citation_kept_at ON citation (kept_at);

CREATE FUNCTION refuse_change_of_citation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a citation is never changed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON citation
  EXECUTE FUNCTION refuse_change_of_citation();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE citation;
DROP FUNCTION refuse_change_of_citation;
`);
  }
}
