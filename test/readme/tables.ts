import type { z } from "zod";

/** A Markdown table of environment variables: name, default, meaning. */
export function variableTable(shape: Readonly<Record<string, z.ZodType>>): string {
  return table(
    ["variable", "default", "meaning"],
    Object.entries(shape).map(([name, schema]) => [
      `\`${name}\``,
      defaultOf(schema),
      schema.description ?? "",
    ]),
  );
}

/** A Markdown table of error codes. */
export function codeTable(codes: Readonly<Record<string, string>>): string {
  return table(
    ["code", "meaning"],
    Object.entries(codes).map(([code, meaning]) => [`\`${code}\``, meaning]),
  );
}

function defaultOf(schema: z.ZodType): string {
  const absent = schema.safeParse(undefined);
  if (!absent.success) return "must be set";
  // A default that depends on the machine is described in words instead.
  const fallback = JSON.stringify(absent.data)?.replaceAll('"', "") ?? "";
  return /^[\w.]+$/.test(fallback) ? `\`${fallback}\`` : "";
}

/** A Markdown table. Pads columns as the formatter does, so that formatting the README changes nothing. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((_name, column) =>
    Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = line(widths.map((width) => "-".repeat(width)));
  return [line(header), rule, ...rows.map(line)].join("\n");
}
