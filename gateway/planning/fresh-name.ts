import { type DocumentNode, visit } from "graphql";

/** A name made from `name` that is not among those taken, which it joins. */
export function freshName(name: string, taken: Set<string>): string {
  let fresh = `${name}_`;
  while (taken.has(fresh)) fresh += "_";
  taken.add(fresh);
  return fresh;
}

/** All names that a document uses, whatever for. */
export function namesIn(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, { Name: ({ value }) => void names.add(value) });
  return names;
}
