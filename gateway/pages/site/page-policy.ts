/** What a page does that the strictest policy forbids. */
export interface PageNeeds {
  /** Its libraries write styles into the page. */
  readonly ownStyles?: boolean;
  /** Its forms lead to addresses of this gateway. */
  readonly ownForms?: boolean;
  /** Another origin that it asks, as `http://127.0.0.1:4010`. */
  readonly connectTo?: string;
}

/**
 * The content security policy of a page: scripts, styles, workers, fonts and answers from this gateway alone, no script
 * within the page, and nothing of any other host but what it needs.
 */
export function pagePolicy({
  ownStyles = false,
  ownForms = false,
  connectTo,
}: PageNeeds = {}): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${ownStyles ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${connectTo === undefined ? "" : ` ${connectTo}`}`,
    "worker-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    `form-action ${ownForms ? "'self'" : "'none'"}`,
  ].join("; ");
}
