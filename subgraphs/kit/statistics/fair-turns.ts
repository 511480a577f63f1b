import { setMaxListeners } from "node:events";
import { statisticsBusy } from "./statistics-busy";

/** A request that waits, and whose it is. */
export interface Waiter {
  /** Turns go round among callers, however many requests each of them has. */
  readonly caller: string;
  /** When the request came, by any clock. */
  readonly since: number;
  /** Aborts when nobody waits for the answer any more. */
  readonly end: AbortSignal;
}

/** Work that waits for its turn. */
interface Place {
  readonly since: number;
  readonly begin: () => Promise<void>;
  readonly giveUp: () => void;
}

/**
 * Gives turns, a number of them at once. Callers take turns, so that one who asks for much does not keep others waiting.
 * Of one caller, the request that came first comes first: if not all can be answered, some are. Only so much waits, and
 * only while somebody waits for it.
 */
export class FairTurns {
  private free: number;
  private waiting = 0;
  private isClosed = false;
  /** What waits, by caller. The caller whose turn is next comes first. */
  private readonly lines = new Map<string, readonly Place[]>();

  constructor(
    atOnce: number,
    private readonly mostWaiting: number,
  ) {
    this.free = atOnce;
  }

  /**
   * Does work when its turn has come. Work that has begun goes on to its end, even if nobody waits for it any more.
   *
   * @throws ApiError STATISTICS_BUSY if nobody waits any more before it is done, or if too much waits: then the caller of
   * whom most waits gives way
   */
  run<Result>({ caller, since, end }: Waiter, work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const stopWaiting = () => {
        end.removeEventListener("abort", giveUp);
      };
      const giveUp = () => {
        stopWaiting();
        this.leave(caller, place);
        reject(statisticsBusy());
      };
      const begin = () => work().then(resolve, reject).finally(stopWaiting);
      const place: Place = { since, begin, giveUp };
      if (end.aborted || this.isClosed) {
        giveUp();
        return;
      }
      // A request can wait for many turns at once.
      setMaxListeners(0, end);
      end.addEventListener("abort", giveUp);
      this.enter(caller, place);
      this.next();
    });
  }

  /** Refuses all that waits, and all that comes. */
  close(): void {
    this.isClosed = true;
    for (const place of [...this.lines.values()].flat()) place.giveUp();
  }

  private enter(caller: string, place: Place): void {
    const own = this.lines.get(caller) ?? [];
    const before = own.findLastIndex(({ since }) => since <= place.since);
    this.lines.set(caller, own.toSpliced(before + 1, 0, place));
    this.waiting += 1;
    if (this.waiting > this.mostWaiting) this.longestLine(caller).at(-1)?.giveUp();
  }

  /** The caller's own, if no other is longer. */
  private longestLine(caller: string): readonly Place[] {
    const own = this.lines.get(caller) ?? [];
    return [...this.lines.values()].reduce(
      (longest, line) => (line.length > longest.length ? line : longest),
      own,
    );
  }

  private leave(caller: string, place: Place): void {
    const own = this.lines.get(caller);
    if (!own?.includes(place)) return;
    this.waiting -= 1;
    const others = own.filter((each) => each !== place);
    if (others.length > 0) this.lines.set(caller, others);
    else this.lines.delete(caller);
  }

  private next(): void {
    while (this.free > 0) {
      const [first] = this.lines;
      if (!first) return;
      const [caller, [place]] = first;
      if (!place) throw new Error("an empty line waits");
      this.leave(caller, place);
      // What else the caller waits for comes after a turn of everybody else.
      const others = this.lines.get(caller);
      if (others && this.lines.delete(caller)) this.lines.set(caller, others);
      this.free -= 1;
      void place.begin().finally(() => {
        this.free += 1;
        this.next();
      });
    }
  }
}
