import type { MigrationInterface, QueryRunner } from "typeorm";

/** The tables that every subgraph keeps about its changes, and what its restricted role may do with them. */
export const changeTables: Readonly<Record<string, string>> = {
  change_record: "INSERT",
  idempotency_key: "INSERT",
};

/**
 * Who did what, when, to which record, from which request; the answers of mutations that may be sent again;
 * and whether synthetic records were loaded. The first two only grow: not even their owner changes or removes a row of `change_record`.
 */
export class ChangeTables1790080000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE change_record (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  actor text NOT NULL,
  request_id text NOT NULL,
  action text NOT NULL,
  record_type text NOT NULL,
  record_id text COLLATE "C" NOT NULL,
  version integer,
  changes jsonb NOT NULL
);
CREATE INDEX change_record_by_record ON change_record (record_type, record_id, id);
CREATE FUNCTION refuse_change_of_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'change_record is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON change_record
  EXECUTE FUNCTION refuse_change_of_record();
CREATE TABLE idempotency_key (
  key text COLLATE "C" PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
  at timestamptz NOT NULL DEFAULT now(),
  mutation text NOT NULL,
  input_hash text NOT NULL,
  answer jsonb NOT NULL
);
CREATE TABLE synthetic_dataset (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  copies integer NOT NULL CHECK (copies >= 1),
  loaded_at timestamptz NOT NULL DEFAULT now()
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE synthetic_dataset;
DROP TABLE idempotency_key;
DROP TABLE change_record;
DROP FUNCTION refuse_change_of_record;
`);
  }
}
