/** Where the reference is. */
export const referenceAddress = "/reference";

/**
 * Where the reference has what a schema coordinate names: a type and a query or change have pages of their own, what is
 * within them a place there. `Query.agency(code:)` is on the page of `Query.agency`, `Agency.country` on that of `Agency`.
 */
export function addressOf(coordinate: string, language: string): string {
  const [, type = "", member, argument] =
    /^(\w+)(?:\.(\w+))?(?:\((\w+):\))?$/.exec(coordinate) ?? [];
  const hasPage = member !== undefined && (type === "Query" || type === "Mutation");
  const page = hasPage ? `${type}.${member}` : type;
  const place = hasPage ? argument : member;
  const query = `?lang=${language}`;
  return `${referenceAddress}/${page}${query}${place === undefined ? "" : `#${place}`}`;
}
