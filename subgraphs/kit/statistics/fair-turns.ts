import { setMaxListeners } from "node:events";
import type { Deadline } from "../deadline";
import { statisticsBusy } from "./statistics-busy";

/** A request that waits, and whose it is. */
export interface Waiter {
  /** Turns go round among callers, however many requests each of them has. */
  readonly caller: string;
  /** Aborts when nobody waits for the answer any more. */
  readonly gone: AbortSignal;
  readonly deadline: Deadline;
}

/** Work that waits for its turn. */
interface Place {
  readonly begin: () => Promise<void>;
  readonly giveUp: () => void;
}

/**
 * Gives turns, a number of them at once. Callers take turns, so that one who asks for much does not keep others waiting.
 * Only so much waits, only until its deadline, and only while its caller is there.
 */
export class FairTurns {
  private free: number;
  private waiting = 0;
  private isClosed = false;
  /** What waits, by caller. The caller whose turn is next comes first. */
  private readonly lines = new Map<string, Set<Place>>();

  constructor(
    atOnce: number,
    private readonly mostWaiting: number,
  ) {
    this.free = atOnce;
  }

  /**
   * Does work when its turn has come. Work that has begun goes on to its end, even if nobody waits for it any more.
   *
   * @throws ApiError STATISTICS_BUSY if it is not done by the deadline, if its caller is gone, or if too much waits: then
   * the caller of whom most waits gives way
   */
  run<Result>({ caller, gone, deadline }: Waiter, work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        stopWaiting();
        this.leave(caller, place);
        reject(statisticsBusy());
      };
      const timer = setTimeout(giveUp, deadline.left);
      // A request can wait for many turns at once.
      setMaxListeners(0, gone);
      gone.addEventListener("abort", giveUp);
      const stopWaiting = () => {
        clearTimeout(timer);
        gone.removeEventListener("abort", giveUp);
      };
      const begin = () => work().then(resolve, reject).finally(stopWaiting);
      const place: Place = { begin, giveUp };
      if (gone.aborted || this.isClosed) {
        giveUp();
        return;
      }
      this.enter(caller, place);
      this.next();
    });
  }

  /** Refuses all that waits, and all that comes. */
  close(): void {
    this.isClosed = true;
    for (const place of [...this.lines.values()].flatMap((line) => [...line])) place.giveUp();
  }

  private enter(caller: string, place: Place): void {
    const own = this.lines.get(caller) ?? new Set();
    this.lines.set(caller, own.add(place));
    this.waiting += 1;
    if (this.waiting <= this.mostWaiting) return;
    const sizes = [...this.lines.values()].map((line) => line.size);
    const longest = Math.max(...sizes);
    const giving =
      own.size === longest ? own : [...this.lines.values()].find(({ size }) => size === longest);
    [...(giving ?? own)].at(-1)?.giveUp();
  }

  private leave(caller: string, place: Place): void {
    const line = this.lines.get(caller);
    if (!line?.delete(place)) return;
    this.waiting -= 1;
    if (line.size === 0) this.lines.delete(caller);
  }

  private next(): void {
    while (this.free > 0) {
      const [first] = this.lines;
      if (!first) return;
      const [caller, line] = first;
      const [place] = line;
      if (!place) throw new Error("an empty line waits");
      this.leave(caller, place);
      // What else the caller waits for comes after a turn of everybody else.
      if (this.lines.delete(caller)) this.lines.set(caller, line);
      this.free -= 1;
      void place.begin().finally(() => {
        this.free += 1;
        this.next();
      });
    }
  }
}
