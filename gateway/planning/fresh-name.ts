/** A name made from `name` that is not among those taken, which it joins. */
export function freshName(name: string, taken: Set<string>): string {
  let fresh = `${name}_`;
  while (taken.has(fresh)) fresh += "_";
  taken.add(fresh);
  return fresh;
}
