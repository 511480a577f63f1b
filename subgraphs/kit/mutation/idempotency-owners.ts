import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * A key of a mutation that may be sent again belongs to the caller who chose it, and its answer is kept for 30 days at
 * least. `forget_old_answers` removes ten that are older: each kept answer calls it, so that it costs the same however
 * many there are, and removes more than are added. Keys from before belong to nobody (`''`).
 */
export class IdempotencyOwners1790300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE idempotency_key ADD COLUMN owner text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE idempotency_key ALTER COLUMN owner DROP DEFAULT;
ALTER TABLE idempotency_key DROP CONSTRAINT idempotency_key_pkey;
ALTER TABLE idempotency_key ADD PRIMARY KEY (owner, key);
CREATE INDEX idempotency_key_by_age ON idempotency_key (at);
CREATE FUNCTION forget_old_answers() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM public.idempotency_key WHERE (owner, key) IN (
    SELECT owner, key FROM public.idempotency_key
    WHERE at < now() - interval '30 days' ORDER BY at LIMIT 10 FOR UPDATE SKIP LOCKED)
$$;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION forget_old_answers;
DROP INDEX idempotency_key_by_age;
DELETE FROM idempotency_key k WHERE EXISTS (
  SELECT FROM idempotency_key other WHERE other.key = k.key AND other.owner < k.owner);
ALTER TABLE idempotency_key DROP CONSTRAINT idempotency_key_pkey;
ALTER TABLE idempotency_key DROP COLUMN owner;
ALTER TABLE idempotency_key ADD PRIMARY KEY (key);
`);
  }
}
