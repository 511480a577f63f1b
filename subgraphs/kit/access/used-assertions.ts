import { ApiError } from "../errors";
import { InvalidAssertion } from "./invalid-assertion";

/** More than one process gets in the 35 seconds that an assertion is valid; takes as much memory as a large answer. */
const mostRemembered = 200_000;

/** Too many requests at once to recognise one that is sent again: nothing is wrong with this one. */
export class TooManyAssertions extends ApiError {
  constructor() {
    super("TOO_BUSY", "There are too many requests at once. Send it again later.", 503);
  }
}

/**
 * The assertions that one process has accepted, each kept as long as it could be sent again. When no more can be kept,
 * none is accepted: to drop one would permit it to be sent again, just when somebody sends very many.
 */
export class UsedAssertions {
  /** Id → time of expiry, in the order of arrival, which is nearly the order of expiry. */
  private readonly expiries = new Map<string, number>();

  constructor(private readonly most: number = mostRemembered) {}

  /**
   * Notes that an assertion is used.
   * @throws InvalidAssertion where it was used before, TooManyAssertions if no more can be kept
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
