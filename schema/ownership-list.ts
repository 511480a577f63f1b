import type { TypeOwnership } from "./ownership";

const BEGIN = "<!-- ownership:begin (written by `npm run schema:emit`) -->";
const END = "<!-- ownership:end -->";

/**
 * Replaces the list between the markers of `schema/README.md`.
 *
 * @throws Error where the markers are missing.
 */
export function withOwnershipList(readme: string, types: readonly TypeOwnership[]): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin === -1 || end < begin) {
    throw new Error(`schema/README.md must hold the markers ${BEGIN} and ${END}.`);
  }
  const before = readme.slice(0, begin + BEGIN.length);
  return `${before}\n\n${list(types)}\n\n${readme.slice(end)}`;
}

function list(types: readonly TypeOwnership[]): string {
  return types.map(line).join("\n");
}

/** One line a type, so that a change to one type is a change to one line. */
function line({ type, keys, owners, contributions }: TypeOwnership): string {
  const key = keys.map((fields) => ` (key \`${fields}\`)`).join("");
  const additions = [...contributions].map(
    ([subgraph, fields]) => `; ${subgraph} adds ${fields.map((name) => `\`${name}\``).join(", ")}`,
  );
  return `- \`${type}\`${key}: ${owners.join(", ")}${additions.join("")}`;
}
