/** Whether a text may span lines, as notes and reasons do. */
export type TextKind = "line" | "lines";

const controls: Readonly<Record<TextKind, RegExp>> = {
  line: /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u,
  lines: /[^\P{Cc}\n\r\t]|\p{Cs}/u,
};

/** Something a reader can see: neither space, control nor format character, nor one of the blanks counted as letters. */
const visible = /[^\p{Z}\p{C}\u115F\u1160\u2800\u3164\uFFA0]/u;

/**
 * Whether a text can be kept as a person wrote it: 1 to `longest` characters without the spaces around it, something of
 * it visible, no control characters, no half characters.
 */
export function isPlainText(text: string, longest: number, kind: TextKind = "line"): boolean {
  const trimmed = text.trim();
  return (
    Array.from(trimmed).length <= longest && visible.test(trimmed) && !controls[kind].test(trimmed)
  );
}
