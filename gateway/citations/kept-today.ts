import { today } from "../../subgraphs/kit/clock";
import { ApiError } from "../../subgraphs/kit/errors";
import { networkOf } from "../limits/network-of";

/** How much is kept, bytes. */
export interface MostBytes {
  /** In a day, of what one address cites. */
  readonly each: number;
  /** In a day, of what all do. */
  readonly all: number;
  /** Whenever, of what all do. */
  readonly ever: number;
}

/** How much there is, bytes. */
export interface KeptBytes {
  readonly today: number;
  readonly inAll: number;
}

/** What a row takes besides its record. */
export const bytesOfRow = 300;

/** Records below this are small, bytes: a part of the day is left for them, so that few large ones do not fill it. */
const small = 4_096;
const partForSmall = 0.1;

/** How many times as much as one network an IPv6 /48 has, which is given to one site, and which has 65,536 networks. */
const networksOfSite = 4;

/** How many networks are remembered in a day; what one that is forgotten has had kept counts for all still. */
const mostNetworks = 50_000;

/** Until the next day begins in Asia/Tokyo, which has no summer time: seconds. */
export function secondsToTomorrow(): number {
  const day = 86_400;
  return day - ((Math.floor(Date.now() / 1_000) + 9 * 3_600) % day);
}

/**
 * How much has been kept this day in Asia/Tokyo: of each address's citations, and of all; and in all. Each gateway process
 * counts what is added for itself, from what was there at its first citation of the day. Addresses are in memory only, the
 * addresses of an IPv6 /64 network as one, and those of a /48 together four times as much.
 */
export class KeptToday {
  private day = "";
  private all: Promise<{ today: number; inAll: number }> | undefined;
  private readonly networks = new Map<string, number>();

  constructor(
    private readonly most: MostBytes,
    private readonly keptBytes: () => Promise<KeptBytes>,
  ) {}

  /**
   * Refuses an address of which nothing more is kept this day, before anything is asked for it.
   * @throws ApiError RATE_LIMITED
   */
  admit(address: string): void {
    this.turnDay();
    for (const { name, most } of this.sharesOf(address)) {
      if ((this.networks.get(name) ?? 0) >= most) throw this.ofAddress();
    }
  }

  /**
   * Takes room for what is to be kept.
   *
   * @returns what gives it back, where nothing is kept
   * @throws ApiError RATE_LIMITED or CITATIONS_FULL; Error where the database cannot be reached
   */
  async take(address: string, length: number): Promise<() => void> {
    this.turnDay();
    this.all ??= this.keptBytes().then((kept) => ({ ...kept }));
    const pending = this.all;
    const all = await pending.catch((error: unknown) => {
      if (this.all === pending) this.all = undefined;
      throw error;
    });
    const bytes = length + bytesOfRow;
    const shares = this.sharesOf(address);
    for (const { name, most } of shares) {
      if ((this.networks.get(name) ?? 0) + bytes > most) throw this.ofAddress();
    }
    const ofDay = length < small ? this.most.all : this.most.all * (1 - partForSmall);
    if (all.today + bytes > ofDay) throw full(this.most.all);
    if (all.inAll + bytes > this.most.ever) throw fullForGood(this.most.ever);
    const add = (more: number) => {
      all.today += more;
      all.inAll += more;
      for (const { name } of shares) this.note(name, (this.networks.get(name) ?? 0) + more);
    };
    add(bytes);
    return () => {
      // Another day has been counted without it.
      if (this.all === pending) add(-bytes);
    };
  }

  private sharesOf(address: string): { name: string; most: number }[] {
    const network = networkOf(address);
    const own = { name: network, most: this.most.each };
    if (!network.endsWith("/64")) return [own];
    const site = `${network.split(":").slice(0, 3).join(":")}::/48`;
    return [own, { name: site, most: this.most.each * networksOfSite }];
  }

  private note(network: string, bytes: number): void {
    this.networks.delete(network);
    if (bytes > 0) this.networks.set(network, bytes);
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

function fullForGood(most: number): ApiError {
  const message = `Expected cited answers to take at most ${most} bytes in all, received more. Send it again without asking for a citation.`;
  return new ApiError("CITATIONS_FULL", message, 503);
}
