import { once } from "node:events";
import type { SubgraphFailure } from "../context/subgraph-failure";
import { withTimeLimit } from "./time-limit";

const probeInterval = 1_000;
const verdictLifetime = 10_000;
/** Milliseconds within which a subgraph that does not hang answers a probe. */
const promptAnswer = 250;

/**
 * Distinguishes a subgraph that hangs from one that was slow with one query: the first does not answer a probe either.
 * Probes are sent only on suspicion and while requests come, at most one a second.
 */
export class HangWatch {
  private failure: SubgraphFailure | undefined;
  private verdict: Promise<void> = Promise.resolve();
  private probedAt = -Infinity;
  private probes = 0;
  private probing = 0;

  /** Watches through the probe `hangs`, which never rejects. */
  constructor(
    private readonly hangs: () => Promise<boolean>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Notes a call that timed out, and begins to find out whether the subgraph hangs. */
  suspect(failure: SubgraphFailure): void {
    if (this.now() - this.probedAt < probeInterval) return;
    this.probedAt = this.now();
    const probe = (this.probes += 1);
    this.probing += 1;
    this.verdict = this.hangs().then((hangs) => {
      this.probing -= 1;
      // A later probe, or an answer, knows better.
      if (probe === this.probes) this.failure = hangs ? failure : undefined;
    });
  }

  /** Notes that the subgraph answered a call, or whether it is ready. */
  answered(): void {
    if (!this.failure) return;
    this.probes += 1;
    this.failure = undefined;
  }

  /** True if nothing is suspected: a call can be made without waiting for anything. */
  get isCalm(): boolean {
    return !this.failure && this.probing === 0;
  }

  /** The failure that a call would end with while the subgraph hangs; `undefined` if the call should be made. */
  async expectedFailure(): Promise<SubgraphFailure | undefined> {
    if (this.failure) {
      const isRecent = this.now() - this.probedAt < verdictLifetime;
      this.suspect(this.failure);
      if (isRecent) {
        // It may be back: the first request gives it the time of one probe to answer, and waits no longer.
        const patience = promptAnswer - (this.now() - this.probedAt);
        if (patience > 0) {
          await withTimeLimit(patience, (end) => Promise.race([this.verdict, once(end, "abort")]));
        }
        return this.failure;
      }
      // After a pause the last result is out of date: this request waits for the next one.
    }
    await this.verdict;
    return this.failure;
  }
}
