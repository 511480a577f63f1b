import { visiblyWritten } from "./visibly-written";

const mostShown = 80;

/** At most so many characters of a text, each of them whole, and a sign where there are more. */
export function shortened(text: string, most: number): string {
  // A character takes two code units at most: what is beyond is not even looked at.
  const characters = Array.from(text.slice(0, 2 * most + 2));
  return characters.length > most ? `${characters.slice(0, most).join("")}…` : text;
}

/**
 * Shows a received value in a message, shortened so that an error never repeats a megabyte; what of it cannot be seen is
 * named.
 */
export function shown(value: unknown): string {
  return visiblyWritten(shortened(written(value), mostShown));
}

/** JSON where a value has one; a value nested so deep that it cannot be written is only named. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch (error) {
    if (error instanceof RangeError) return "a value nested too deep to show";
    throw error;
  }
}
