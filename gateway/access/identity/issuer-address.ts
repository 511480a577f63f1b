const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "[::1]", "localhost"]);

/**
 * What is wrong with an address that keys are fetched from, or `undefined`: without TLS anybody on the way could put
 * keys of their own in the place of the issuer's.
 *
 * @param isProduction - where not even this machine is trusted without TLS
 */
export function issuerAddressProblem(address: string, isProduction: boolean): string | undefined {
  if (!URL.canParse(address)) return "expected an address that begins with https://";
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== "" || password !== "") return "expected an address without a password in it";
  if (protocol === "https:") return undefined;
  if (protocol !== "http:") return "expected an address that begins with https://";
  if (isProduction) return "expected https://, as NODE_ENV is production";
  return loopback.has(hostname) ? undefined : "expected https://, except on this machine";
}
