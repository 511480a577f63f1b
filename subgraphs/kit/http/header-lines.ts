import type { IncomingMessage } from "node:http";

/**
 * The values of a request's header, one for each line that has it: Node.js joins lines of one name, or keeps the first
 * alone, so that two would pass as one.
 *
 * @param name - in small letters
 */
export function headerLines(
  { rawHeaders }: Pick<IncomingMessage, "rawHeaders">,
  name: string,
): readonly string[] {
  const values: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const given = rawHeaders[index] ?? "";
    if (given.length === name.length && given.toLowerCase() === name) {
      values.push(rawHeaders[index + 1] ?? "");
    }
  }
  return values;
}
