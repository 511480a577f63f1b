import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import { today } from "../clock";

/** One run of an import: what `change_record` notes of everything it writes. */
export interface ImportRun {
  readonly actor: string;
  readonly requestId: string;
  readonly at: Date;
  /** The day of {@link ImportRun.at} in Asia/Tokyo. */
  readonly today: string;
  /** Whether it may turn back what somebody else wrote. */
  readonly overwrite: boolean;
}

/**
 * A run that begins now, of the present operating-system user, for the person who is named; the name is not verified.
 */
export function newRun(overwrite: boolean, name?: string): ImportRun {
  const at = new Date();
  const actor = `import by ${userName()}${name === undefined ? "" : ` for ${name}`}`;
  return { actor, requestId: randomUUID(), at, today: today(at), overwrite };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return `user ${process.getuid?.() ?? "unknown"}`;
  }
}
