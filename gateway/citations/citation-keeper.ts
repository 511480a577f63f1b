import type { Logger } from "pino";
import { ApiError } from "../../subgraphs/kit/errors";
import type { Citation } from "../pages/shared/citation/citation";
import { citationRecord } from "./citation-record";
import { type CitationStore, packed } from "./citation-store";
import { citationUnavailable } from "./citation-unavailable";
import type { KeptCitation } from "../pages/shared/citation/kept-citation";
import type { KeptToday } from "./kept-today";
import { within } from "./within";

/** How long an answer waits until it is kept, milliseconds. */
const longestWait = 1_500;
/** How long nothing is tried after a failure, milliseconds. */
const pause = 3_000;
/** How many answers wait at once. */
const mostWaiting = 20;

/** What answers are kept with. */
export interface KeeperOptions {
  /** Where answers are kept; without it none can be. */
  readonly store: CitationStore | undefined;
  readonly keptToday: KeptToday;
  /** The longest text that is kept, bytes. */
  readonly longest: number;
  readonly logger: Logger;
}

/** Keeps answers, and makes nobody wait long for a database that is slow or away: after a failure it refuses for a while. */
export class CitationKeeper {
  private refusesUntil = 0;
  private waiting = 0;

  constructor(private readonly options: KeeperOptions) {}

  /**
   * Refuses what is not going to be kept, before anything is asked for it.
   *
   * @throws ApiError CITATION_UNAVAILABLE or RATE_LIMITED
   */
  admit(address: string): void {
    this.usableStore();
    this.options.keptToday.admit(address);
  }

  /**
   * Keeps an answer, unless the same has been kept that day.
   *
   * @param data - the answer's `data` as it is sent
   * @throws ApiError CITATION_TOO_LARGE, CITATION_UNAVAILABLE, CITATIONS_FULL or RATE_LIMITED
   */
  async keep(address: string, citation: Citation, data: string): Promise<KeptCitation> {
    const store = this.usableStore();
    this.waiting += 1;
    try {
      return await within(longestWait, this.kept(store, address, citationRecord(citation, data)));
    } catch (error) {
      if (error instanceof ApiError) throw error;
      this.refusesUntil = performance.now() + pause;
      this.options.logger.error({ err: error }, "an answer cannot be kept for its citation");
      throw citationUnavailable("kept");
    } finally {
      this.waiting -= 1;
    }
  }

  private usableStore(): CitationStore {
    const { store } = this.options;
    const isUsable = this.waiting < mostWaiting && performance.now() >= this.refusesUntil;
    if (!store || !isUsable) throw citationUnavailable("kept");
    return store;
  }

  private async kept(
    store: CitationStore,
    address: string,
    record: ReturnType<typeof citationRecord>,
  ): Promise<KeptCitation> {
    const { keptToday, longest } = this.options;
    const length = Buffer.byteLength(record.text);
    if (length > longest) throw tooLarge(length, longest);
    // What is there already needs no room.
    const before = await store.findSame(record);
    if (before) return before;
    const small = await packed(record);
    const giveBack = await keptToday.take(address, small.bytes.length);
    try {
      const { kept, isNew } = await store.keep(small);
      if (!isNew) giveBack();
      return kept;
    } catch (error) {
      giveBack();
      throw error;
    }
  }
}

function tooLarge(length: number, longest: number): ApiError {
  const message = `Expected an answer to cite of at most ${longest} bytes with its question, received one of ${length}. Ask for less, or without a citation.`;
  return new ApiError("CITATION_TOO_LARGE", message, 400);
}
