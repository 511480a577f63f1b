/** What pg writes values with; it comes without types. */
declare module "pg/lib/utils" {
  /** A value of a statement as PostgreSQL reads it: an array as its literal, a date as its text. */
  export function prepareValue(value: unknown): string | Buffer | null;
}
