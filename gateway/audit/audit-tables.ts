import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * The chain of entries, its head, and the one function that makes it longer. The hash of an entry is SHA-256 over 80
 * bytes: the hash before it (32, zeros before the first), its number (8), the microseconds since 1970 at which it was
 * recorded (8), both big-endian, and SHA-256 of its text in UTF-8 (32).
 *
 * `synchronous_commit` is set for the transaction, not for the function, because it counts when the transaction
 * commits. The triggers protect against the owner's mistakes, not against intent.
 */
export class AuditTables1790600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE audit_entry (
  seq bigint PRIMARY KEY CHECK (seq >= 1),
  recorded_at timestamptz NOT NULL,
  entry text NOT NULL CHECK (entry IS JSON OBJECT),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32)
);
CREATE TABLE audit_head (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  seq bigint NOT NULL,
  hash bytea NOT NULL CHECK (octet_length(hash) = 32)
);
INSERT INTO audit_head (seq, hash) VALUES (0, decode(repeat('00', 32), 'hex'));

CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON audit_head
  EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER moves_on BEFORE UPDATE ON audit_head
  FOR EACH ROW WHEN (NEW.seq <= OLD.seq) EXECUTE FUNCTION refuse_change_of_audit();

CREATE FUNCTION append_audit_entries(entries text[]) RETURNS TABLE (seq bigint, hash bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  item text;
  at timestamptz;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT head.seq, head.hash INTO STRICT seq, hash FROM public.audit_head AS head FOR UPDATE;
  FOREACH item IN ARRAY entries LOOP
    at := clock_timestamp();
    seq := seq + 1;
    hash := sha256(hash || int8send(seq) || int8send((extract(epoch FROM at) * 1000000)::bigint)
      || sha256(convert_to(item, 'UTF8')));
    INSERT INTO public.audit_entry VALUES (seq, at, item, hash);
    RETURN NEXT;
  END LOOP;
  IF cardinality(entries) > 0 THEN
    UPDATE public.audit_head AS head
    SET seq = append_audit_entries.seq, hash = append_audit_entries.hash;
  END IF;
END $$;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION append_audit_entries;
DROP TABLE audit_head;
DROP TABLE audit_entry;
DROP FUNCTION refuse_change_of_audit;
`);
  }
}
