/**
 * Where the last whole record of a CSV text ends: behind the last line feed that is not inside quotes; 0 where there
 * is none. The text begins with a record.
 */
export function endOfRecords(text: string): number {
  let end = 0;
  let isOpen = false;
  for (let start = 0; start <= text.length;) {
    const quote = text.indexOf('"', start);
    const stop = quote === -1 ? text.length : quote;
    if (!isOpen && stop > start) {
      const feed = text.lastIndexOf("\n", stop - 1);
      if (feed >= start) end = feed + 1;
    }
    if (quote === -1) break;
    isOpen = !isOpen;
    start = quote + 1;
  }
  return end;
}

/** The records of a CSV text one by one, each with its line end. */
export function* splitRecords(text: string): Generator<string> {
  let start = 0;
  let isOpen = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isOpen = !isOpen;
    else if (text[at] === "\n" && !isOpen) {
      yield text.slice(start, at + 1);
      start = at + 1;
    }
  }
  if (start < text.length) yield text.slice(start);
}
