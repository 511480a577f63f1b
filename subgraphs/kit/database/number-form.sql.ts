import { longestNumber } from "../number-form";

/**
 * Holds the numbers in a column to the form of `isNumber`, with the constraint `<column>_form`. Those that are the same
 * in that form are written so before; a number that is in none, or that another row has in that form, stays until its row
 * is changed. The constraint is valid where no such number stays. Call after `normal_form` was made.
 */
export function numberForm(table: string, column: string, longest = longestNumber): string {
  const form = `'^[A-Za-z0-9][A-Za-z0-9_-]{0,${longest - 1}}$'`;
  return `UPDATE ${table} t SET ${column} = normal_form(${column})
WHERE ${column} !~ ${form} AND normal_form(${column}) ~ ${form}
  AND NOT EXISTS (SELECT FROM ${table} o WHERE o.id <> t.id AND normal_form(o.${column}) = normal_form(t.${column}));
ALTER TABLE ${table} ADD CONSTRAINT ${column}_form CHECK (${column} ~ ${form}) NOT VALID;
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM ${table} WHERE ${column} !~ ${form}) THEN
    ALTER TABLE ${table} VALIDATE CONSTRAINT ${column}_form;
  END IF;
END $$;`;
}
