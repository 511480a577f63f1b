/** The most that a message lists. */
const mostListed = 30;

/** Some of these, one after the other, and how many more there are. */
export function listed(texts: readonly string[]): string {
  const some = texts.slice(0, mostListed).join(", ");
  return texts.length > mostListed ? `${some} and ${texts.length - mostListed} more` : some;
}
