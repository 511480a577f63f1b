/** What a page does that the strictest policy forbids. */
export interface PageNeeds {
  /** Its libraries write styles into the page. */
  readonly ownStyles?: boolean;
  /** Its styles have fonts within. */
  readonly ownFonts?: boolean;
}

/**
 * The content security policy of a page: scripts, styles, workers, fonts and answers from this gateway alone, no script
 * within the page, and nothing of any other host.
 */
export function pagePolicy({ ownStyles = false, ownFonts = false }: PageNeeds = {}): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${ownStyles ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    `font-src 'self'${ownFonts ? " data:" : ""}`,
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
