/**
 * SQL that makes the database keep what was on record in a table: when each row was recorded (`recorded_at`), and in
 * `<table>_history` every row that was changed or removed, with when (`recorded_to`). Periods are
 * `[recorded_at, recorded_to)` and never empty; those of one key leave no gap while it is there, and no version that
 * was committed is missing.
 *
 * - A change is recorded as of the beginning of its transaction. Where another transaction that began later was first
 *   to change the row, it is recorded as of the moment it follows that one.
 * - What one transaction changes twice is kept once; an update that changes nothing is not kept.
 * - The time cannot be set: a `recorded_at` other than now is refused in a new row and ignored in an update.
 * - The history only grows, by its triggers alone. The table cannot be truncated.
 *
 * Columns that are added to the table later are added to its history in the same order.
 *
 * @param table - an existing table with a primary key and no column `recorded_at`, named as SQL needs no quotes for
 */
export function historyTables(table: string): string {
  return `${shared}
ALTER TABLE ${table} ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT now();
CREATE TABLE ${table}_history (
  recorded_to timestamptz NOT NULL,
  LIKE ${table},
  CONSTRAINT ${table}_history_period CHECK (recorded_at < recorded_to)
);
CREATE INDEX ${table}_history_by_end ON ${table}_history (recorded_to, recorded_at);
${keyIndex(table)}INSERT INTO history_start (table_name) VALUES ('${table}');
${historyTriggers(table)}${tableTriggers(table)}`;
}

/** Undoes {@link historyTables}: the present rows stay, their history is lost. */
export function dropHistoryTables(table: string): string {
  return `
DROP TRIGGER recorded_now ON ${table};
DROP TRIGGER recorded ON ${table};
DROP TRIGGER kept_changed ON ${table};
DROP TRIGGER kept_removed ON ${table};
DROP TRIGGER never_emptied ON ${table};
DROP FUNCTION keep_${table}_history;
DROP TABLE ${table}_history;
ALTER TABLE ${table} DROP COLUMN recorded_at;
DELETE FROM history_start WHERE table_name = '${table}';
DO $$ BEGIN
  IF EXISTS (SELECT FROM history_start) THEN RETURN; END IF;
  DROP FUNCTION note_recorded, refuse_other_moment, refuse_change_of_history, follows_recording;
  DROP TABLE history_start;
END $$;
`;
}

/**
 * What all tables with a history share.
 *
 * `follows_recording` gives the moment at which a change follows the version it replaces. Only the transaction that
 * wrote that version can still be in progress here: then it is this one, and the version is its own.
 */
const shared = `
CREATE TABLE IF NOT EXISTS history_start (
  table_name text COLLATE "C" PRIMARY KEY,
  since timestamptz NOT NULL DEFAULT now()
);
CREATE OR REPLACE FUNCTION follows_recording(recorded timestamptz, writer xid) RETURNS timestamptz
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  current bigint;
  written bigint;
BEGIN
  IF recorded < now() THEN RETURN now(); END IF;
  current := pg_current_xact_id()::text::bigint;
  written := current + ((writer::text::bigint - current + 2147483648) & 4294967295) - 2147483648;
  IF pg_xact_status(written::text::xid8) = 'in progress' THEN RETURN recorded; END IF;
  RETURN greatest(clock_timestamp(), recorded + interval '1 microsecond');
END $$;
CREATE OR REPLACE FUNCTION note_recorded() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF to_jsonb(NEW) - TG_ARGV = to_jsonb(OLD) - TG_ARGV THEN
    NEW.recorded_at := OLD.recorded_at;
  ELSE
    NEW.recorded_at := public.follows_recording(OLD.recorded_at, OLD.xmin);
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION refuse_other_moment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'recorded_at of % is the moment of recording, expected %, received %',
    TG_TABLE_NAME, now(), NEW.recorded_at USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: what was on record stays', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;
`;

/** Finds the versions of one row, by whatever its table has as primary key. */
function keyIndex(table: string): string {
  return `DO $$
DECLARE
  key text := (
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.place)
    FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, place)
      JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
    WHERE i.indrelid = '${table}'::regclass AND i.indisprimary);
BEGIN
  IF key IS NULL THEN RAISE EXCEPTION 'expected ${table} to have a primary key, found none'; END IF;
  EXECUTE format('CREATE INDEX ${table}_history_by_id ON ${table}_history (%s, recorded_to)', key);
END $$;
`;
}

/** Only the triggers of the table fill its history, whoever changes the table. */
function historyTriggers(table: string): string {
  return `
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}_history
  EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER kept_only BEFORE INSERT ON ${table}_history
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change_of_history();
CREATE FUNCTION keep_${table}_history() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  ended timestamptz;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    ended := NEW.recorded_at;
  ELSE
    ended := public.follows_recording(OLD.recorded_at, OLD.xmin);
  END IF;
  IF ended > OLD.recorded_at THEN
    INSERT INTO public.${table}_history SELECT ended, OLD.*;
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION keep_${table}_history FROM PUBLIC;
`;
}

/**
 * A new row is checked after it is written, and by a condition alone: a trigger before it would keep COPY from writing
 * many rows at once. Generated columns follow from the others and are not compared: they are not known yet before an
 * update.
 */
function tableTriggers(table: string): string {
  return `
CREATE TRIGGER recorded_now AFTER INSERT ON ${table} FOR EACH ROW
  WHEN (NEW.recorded_at <> now()) EXECUTE FUNCTION refuse_other_moment();
DO $$ BEGIN
  EXECUTE format(
    'CREATE TRIGGER recorded BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION note_recorded(%s)',
    (SELECT string_agg(quote_literal(attname), ', ' ORDER BY attnum) FROM pg_attribute
     WHERE attrelid = '${table}'::regclass AND (attname = 'recorded_at' OR attgenerated = 's')));
END $$;
CREATE TRIGGER kept_changed AFTER UPDATE ON ${table} FOR EACH ROW
  WHEN (NEW.recorded_at <> OLD.recorded_at) EXECUTE FUNCTION keep_${table}_history();
CREATE TRIGGER kept_removed AFTER DELETE ON ${table} FOR EACH ROW
  EXECUTE FUNCTION keep_${table}_history();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ${table} EXECUTE FUNCTION refuse_change_of_history();
`;
}
