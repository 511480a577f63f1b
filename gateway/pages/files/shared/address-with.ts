/** An address with these parameters, without those that are empty. */
export function addressWith(
  address: string,
  parameters: readonly (readonly [name: string, value: string])[],
): string {
  const said = new URLSearchParams();
  for (const [name, value] of parameters) if (value !== "") said.append(name, value);
  // Commas need not be encoded, and are easier to read.
  const query = said.toString().replaceAll("%2C", ",");
  return query === "" ? address : `${address}?${query}`;
}
