import { InvalidAssertion } from "./assertion";

/** More than one process is asked in the 35 seconds that an assertion lives; as much memory as a large answer takes. */
const mostRemembered = 200_000;

/**
 * The assertions that one process has let in, each for as long as it could be sent again. Where no more can be
 * remembered, none is let in: to forget one would open the way for it just when somebody sends very many.
 */
export class UsedAssertions {
  /** Id → when it expires, in the order in which they came, which is nearly that in which they expire. */
  private readonly expiries = new Map<string, number>();

  constructor(private readonly most: number = mostRemembered) {}

  /**
   * Notes that an assertion is used.
   * @throws InvalidAssertion where it was used before, or where as many are remembered as can be
   */
  use({ id, expiresAt }: { readonly id: string; readonly expiresAt: number }): void {
    this.forgetExpired();
    if (this.expiries.has(id)) throw new InvalidAssertion("it was used before");
    if (this.expiries.size >= this.most) {
      throw new InvalidAssertion("there are too many at once to know whether it was used before");
    }
    this.expiries.set(id, expiresAt);
  }

  private forgetExpired(): void {
    const now = Date.now();
    for (const [id, expiresAt] of this.expiries) {
      if (expiresAt >= now) return;
      this.expiries.delete(id);
    }
  }
}
