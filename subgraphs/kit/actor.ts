import type { Caller } from "./caller";

/** Who is recorded with a change: the caller, or, of an application, whom it acts for and which it is. */
export function actorOf({ subject, actor, client }: Caller): string {
  return actor === undefined ? subject : `${actor} via ${client ?? subject}`;
}
