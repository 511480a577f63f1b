/**
 * Says that a record is not at the version that its caller last saw.
 *
 * @param what - the record, as `official 12`
 */
export function versionConflict(what: string, expected: number, found: number): string {
  const why =
    expected >= 1 && expected < found
      ? "someone has changed it since"
      : "it has not been at that version";
  return `Expected ${what} to be at version ${expected}, found version ${found}: ${why}. Read it again.`;
}
