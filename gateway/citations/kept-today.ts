import { today } from "../../subgraphs/kit/clock";
import { ApiError } from "../../subgraphs/kit/errors";
import { networkOf } from "../limits/network-of";

/** How much is kept in a day, bytes. */
export interface DailyBytes {
  /** Of what one address cites. */
  readonly each: number;
  /** Of what all do. */
  readonly all: number;
}

/** What a row takes besides its record. */
const bytesOfRow = 300;

/** How many networks are remembered in a day; what one that is forgotten has had kept counts for all still. */
const mostNetworks = 50_000;

/**
 * How much has been kept this day in Asia/Tokyo: of each address's citations, and of all. Each gateway process counts
 * what is added for itself, from what was there at its first citation of the day. Addresses are in memory only, the
 * addresses of an IPv6 /64 network as one.
 */
export class KeptToday {
  private day = "";
  private all: Promise<{ bytes: number }> | undefined;
  private readonly networks = new Map<string, number>();

  constructor(
    private readonly most: DailyBytes,
    private readonly bytesOfToday: () => Promise<number>,
  ) {}

  /**
   * Refuses an address of which nothing more is kept this day, before anything is asked for it.
   * @throws ApiError RATE_LIMITED
   */
  admit(address: string): void {
    this.turnDay();
    if ((this.networks.get(networkOf(address)) ?? 0) >= this.most.each) throw this.ofAddress();
  }

  /**
   * Takes room for what is to be kept.
   *
   * @returns what gives it back, where nothing is kept
   * @throws ApiError RATE_LIMITED or CITATIONS_FULL; Error where the database cannot be reached
   */
  async take(address: string, length: number): Promise<() => void> {
    this.turnDay();
    this.all ??= this.bytesOfToday().then((bytes) => ({ bytes }));
    const pending = this.all;
    const all = await pending.catch((error: unknown) => {
      if (this.all === pending) this.all = undefined;
      throw error;
    });
    const network = networkOf(address);
    const bytes = length + bytesOfRow;
    const ofNetwork = (this.networks.get(network) ?? 0) + bytes;
    if (ofNetwork > this.most.each) throw this.ofAddress();
    if (all.bytes + bytes > this.most.all) throw full(this.most.all);
    all.bytes += bytes;
    this.note(network, ofNetwork);
    return () => {
      all.bytes -= bytes;
      this.note(network, (this.networks.get(network) ?? bytes) - bytes);
    };
  }

  private note(network: string, bytes: number): void {
    this.networks.delete(network);
    this.networks.set(network, bytes);
    if (this.networks.size <= mostNetworks) return;
    for (const [first] of this.networks) {
      this.networks.delete(first);
      return;
    }
  }

  private turnDay(): void {
    const day = today();
    if (day === this.day) return;
    this.day = day;
    this.all = undefined;
    this.networks.clear();
  }

  private ofAddress(): ApiError {
    const message = `Expected at most ${this.most.each} bytes of cited answers from one address in a day, received more. Send it again tomorrow, or without asking for a citation.`;
    return new ApiError("RATE_LIMITED", message, 429);
  }
}

function full(most: number): ApiError {
  const message = `Expected at most ${most} bytes of cited answers in a day, received more. Send it again tomorrow, or without asking for a citation.`;
  return new ApiError("CITATIONS_FULL", message, 503);
}
