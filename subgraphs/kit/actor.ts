import type { Caller } from "./caller";

/** Who is recorded with a change: the caller; for an application, the person it acts for, and the application. */
export function actorOf({ subject, actor, client }: Caller): string {
  return actor === undefined ? subject : `${actor} via ${client ?? subject}`;
}
