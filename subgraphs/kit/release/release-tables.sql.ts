import type { MigrationInterface, QueryRunner } from "typeorm";

/** The tables of the register that everybody can read. */
export const registerTables = ["release", "released_table", "released_cell"] as const;

/**
 * Creates the register of releases, the same in every subgraph's database. A release is frozen: what it shows is never
 * changed or removed. `release_basis` holds what was counted for it, and nobody reads it but the next release.
 */
export class ReleaseRegister1790400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE release (
  vintage integer PRIMARY KEY CHECK (vintage > 0),
  released_at timestamptz NOT NULL,
  threshold integer NOT NULL,
  width integer NOT NULL
);
CREATE TABLE released_table (
  vintage integer NOT NULL REFERENCES release,
  measure text COLLATE "C" NOT NULL,
  dimensions text COLLATE "C" NOT NULL,
  period text COLLATE "C" NOT NULL,
  withheld boolean[] NOT NULL,
  inner_withheld boolean NOT NULL,
  PRIMARY KEY (vintage, measure, dimensions, period)
);
CREATE TABLE released_cell (
  vintage integer NOT NULL,
  measure text COLLATE "C" NOT NULL,
  dimensions text COLLATE "C" NOT NULL,
  period text COLLATE "C" NOT NULL,
  place integer NOT NULL,
  mask integer NOT NULL,
  k0 text COLLATE "C",
  k1 text COLLATE "C",
  value integer,
  lower integer NOT NULL,
  upper integer,
  PRIMARY KEY (vintage, measure, dimensions, period, place),
  FOREIGN KEY (vintage, measure, dimensions, period) REFERENCES released_table,
  CHECK (value IS NULL OR (lower = value AND upper = value))
);
CREATE TABLE release_basis (
  vintage integer PRIMARY KEY REFERENCES release,
  counted jsonb NOT NULL
);
CREATE FUNCTION refuse_change_of_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a release is frozen' USING ERRCODE = 'restrict_violation';
END $$;
${[...registerTables, "release_basis"]
  .map(
    (table) => `CREATE TRIGGER ${table}_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_release();`,
  )
  .join("\n")}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE release_basis, released_cell, released_table, release;
DROP FUNCTION refuse_change_of_release()`);
  }
}
