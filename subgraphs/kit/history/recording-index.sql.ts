/**
 * SQL that makes the rows found that were recorded since a moment (`updatedSince`).
 *
 * @param table - a table with a history, named as SQL needs no quotes for
 */
export function recordingIndex(table: string): string {
  return `CREATE INDEX ${table}_by_recording ON ${table} (recorded_at);\n`;
}

/** Undoes {@link recordingIndex}. */
export function dropRecordingIndex(table: string): string {
  return `DROP INDEX ${table}_by_recording;\n`;
}
