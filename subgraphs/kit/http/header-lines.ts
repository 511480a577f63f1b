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
  return rawHeaders.filter(
    (_value, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name,
  );
}
