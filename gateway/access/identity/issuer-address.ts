const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "[::1]", "localhost"]);

/**
 * What is wrong with an address that keys are fetched from, or `undefined`. Without TLS anybody on the way could
 * replace the issuer's keys with their own.
 *
 * @param isLocal - true where an issuer on this machine may be without TLS
 */
export function issuerAddressProblem(address: string, isLocal: boolean): string | undefined {
  if (!URL.canParse(address)) return "expected an address that begins with https://";
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== "" || password !== "") return "expected an address without a password in it";
  if (protocol === "https:") return undefined;
  if (protocol !== "http:") return "expected an address that begins with https://";
  if (!loopback.has(hostname)) return "expected https://";
  return isLocal ? undefined : "expected https://, as LOCAL_ISSUER is not true";
}
