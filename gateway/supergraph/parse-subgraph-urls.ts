const expected = "expected name=http://host:port/graphql, several separated by commas";

/**
 * Reads `name=url,name=url`.
 *
 * @returns name → URL, or what is wrong with the text
 */
export function parseSubgraphUrls(text: string): ReadonlyMap<string, string> | string {
  const urls = new Map<string, string>();
  for (const pair of text.split(",").map((part) => part.trim())) {
    const split = pair.indexOf("=");
    const name = pair.slice(0, split);
    const url = pair.slice(split + 1);
    if (split < 1 || !isHttpUrl(url)) return `${expected}; received "${pair}"`;
    if (urls.has(name)) return `"${name}" is given twice`;
    urls.set(name, url);
  }
  return urls;
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
