/**
 * SQL that lets the restricted role remove rows of a table, or change those that else only grow, by a correction alone:
 * in a transaction that also notes the row in `change_record` with a reason. It is checked when the transaction commits.
 * The owner of the table, who imports and migrates, is not held to it.
 *
 * @param table - named as SQL needs no quotes for
 * @param what - what needs a reason
 * @param key - the columns of its key, as `change_record` joins them
 */
export function onlyWithReason(
  table: string,
  what: "DELETE" | "UPDATE OR DELETE",
  key: readonly string[] = ["id"],
): string {
  const columns = key.map((column) => `'${column}'`).join(", ");
  return `
CREATE CONSTRAINT TRIGGER only_with_reason AFTER ${what} ON ${table} DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_reason(${columns});
`;
}

/** Undoes {@link onlyWithReason}. */
export function dropOnlyWithReason(table: string): string {
  return `
DROP TRIGGER only_with_reason ON ${table};
`;
}

/** The function of these triggers. */
export const createRequireReason = `
CREATE FUNCTION require_reason() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  row_of_key jsonb := to_jsonb(OLD);
  noted text;
BEGIN
  IF session_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    RETURN NULL;
  END IF;
  SELECT string_agg(row_of_key ->> name, '/' ORDER BY place) INTO noted
  FROM unnest(TG_ARGV) WITH ORDINALITY AS key(name, place);
  IF NOT EXISTS (
    SELECT FROM public.change_record c
    WHERE c.commit_id = public.commit_so_far()
      AND c.record_type = TG_TABLE_NAME AND c.record_id = noted AND c.reason IS NOT NULL) THEN
    RAISE EXCEPTION '% of % % needs a reason on record', TG_OP, TG_TABLE_NAME, noted
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION require_reason FROM PUBLIC;
`;
