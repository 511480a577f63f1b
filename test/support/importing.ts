/** `importing("../a", "../b")`: a documented module that does nothing but import these. */
export function importing(...specifiers: readonly string[]): string {
  const imports = specifiers.map((from, i) => `import { sample as s${String(i)} } from "${from}";`);
  const names = specifiers.map((_, i) => `s${String(i)}`).join(", ");
  return `${imports.join("\n")}\n/** A sample. */\nexport const sample: unknown = [${names}];\n`;
}
