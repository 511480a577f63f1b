const anyPort = ":*";

/**
 * Reads origins of other sites, as `https://studio.example,http://localhost:*`, where `:*` is any port.
 *
 * @returns the origins, or what is expected instead
 */
export function parseCorsOrigins(text: string): readonly string[] | string {
  const origins = text.split(",").flatMap((each) => each.trim() || []);
  return origins.every(isOrigin)
    ? origins
    : "expected origins such as https://studio.example,http://localhost:*, separated by commas";
}

/** Whether an origin, as a browser writes it, is one of those that {@link parseCorsOrigins} read. */
export function isCorsOrigin(allowed: readonly string[], origin: string): boolean {
  const onAnyPort = `${origin.replace(/:\d+$/, "")}${anyPort}`;
  return allowed.includes(origin) || allowed.includes(onAnyPort);
}

function isOrigin(text: string): boolean {
  const origin = text.endsWith(anyPort) ? text.slice(0, -anyPort.length) : text;
  return /^https?:[^*]+$/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin;
}
