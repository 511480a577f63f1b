import { z } from "zod";
import type { OutputStream } from "./system/managed-process";

const warning = 40;
const names: Readonly<Record<number, string>> = { 40: "warning", 50: "error", 60: "fatal" };
const schema = z.object({
  level: z.number(),
  msg: z.string().optional(),
  err: z.object({ message: z.string() }).optional(),
});

/**
 * The line to show in the terminal for a line of a process: log records from warning on, and plain text on stderr, with
 * the process's name in front; `undefined` for the rest.
 */
export function echoOf(name: string, line: string, stream: OutputStream): string | undefined {
  const record = parse(line);
  if (!record) return stream === "stderr" && line.trim() !== "" ? `[${name}] ${line}` : undefined;
  if (record.level < warning) return undefined;
  const text = [record.msg, record.err?.message].filter((part) => part !== undefined);
  return `[${name}] ${names[record.level] ?? "error"}: ${[...new Set(text)].join(": ")}`;
}

function parse(line: string): z.infer<typeof schema> | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    return schema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
