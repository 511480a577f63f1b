import type { GivenCitation } from "./citation";

/** The address at which an answer is kept, also where the gateway does not know its own; nothing where it is not kept. */
export function wholeAddress(
  { address }: Pick<GivenCitation, "address">,
  origin: string,
): string | undefined {
  return address === undefined ? undefined : new URL(address, origin).href;
}
