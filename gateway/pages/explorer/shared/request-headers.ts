/** What the controls of the explorer say of every request. */
export interface RequestSettings {
  /** Day as `2024-03-31`; empty for today. */
  readonly asOf: string;
  readonly language: string;
  /** Any text; empty for none. */
  readonly purpose: string;
  readonly token?: string | undefined;
}

/**
 * The headers of a request with these settings. Those typed in by hand win, whatever case their names are in. A purpose is
 * percent-encoded, as headers carry ASCII only.
 */
export function requestHeaders(
  { asOf, language, purpose, token }: RequestSettings,
  typed: Readonly<Record<string, unknown>> = {},
): Record<string, string> {
  const byHand = Object.entries(typed).flatMap(([name, value]) =>
    typeof value === "string" || typeof value === "number"
      ? [[name.toLowerCase(), String(value)] as const]
      : [],
  );
  return {
    accept: "application/graphql-response+json, application/json;q=0.9",
    "content-type": "application/json",
    "accept-language": language,
    ...(asOf !== "" && { "graph-as-of": asOf }),
    ...(purpose.trim() !== "" && { "graph-purpose": encodeURIComponent(purpose.trim()) }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...Object.fromEntries(byHand),
  };
}
