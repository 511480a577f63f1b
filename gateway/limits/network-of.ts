import { isIPv6 } from "node:net";

/** The longest way to write an IPv6 address; what a proxy says beyond it is no address. */
const longestAddress = 45;
const mappedIPv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
/** An IPv6 address has 8 groups of 16 bits. */
const groupsOfAddress = 8;
const groupsOfNetwork = 4;

/**
 * The network whose requests count as those of one caller: an IPv4 address by itself, the /64 of an IPv6 address. One
 * household or machine has a whole /64.
 */
export function networkOf(address: string): string {
  const [, ipv4] = mappedIPv4.exec(address) ?? [];
  if (ipv4 !== undefined) return ipv4;
  if (!isIPv6(address)) return address.slice(0, longestAddress);
  // Only the last group can be written with dots, or be followed by a zone.
  const [left = [], right = []] = address
    .split("::")
    .map((part) => (part === "" ? [] : part.split(":")));
  const dotted = right.at(-1)?.includes(".") ? 1 : 0;
  const omitted = Math.max(0, groupsOfAddress - left.length - right.length - dotted);
  const groups = [...left, ...Array.from({ length: omitted }, () => "0"), ...right];
  const network = groups
    .slice(0, groupsOfNetwork)
    .map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}
