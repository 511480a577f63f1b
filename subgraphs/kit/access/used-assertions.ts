import { ApiError } from "../errors";
import { InvalidAssertion } from "./assertion";

/** More than one process is asked in the 35 seconds that an assertion lives; as much memory as a large answer takes. */
const mostRemembered = 200_000;

/** More requests at once than can be told from those that are sent again: nothing is wrong with this one. */
export class TooManyAssertions extends ApiError {
  constructor() {
    super("TOO_BUSY", "There are too many requests at once. Send it again later.", 503);
  }
}

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
   * @throws InvalidAssertion where it was used before, TooManyAssertions where as many are remembered as can be
   */
  use({ id, expiresAt }: { readonly id: string; readonly expiresAt: number }): void {
    this.forgetExpired();
    if (this.expiries.has(id)) throw new InvalidAssertion("it was used before");
    if (this.expiries.size >= this.most) {
      throw new TooManyAssertions();
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
