import type { RequestEnd } from "../../subgraphs/kit/request-end";

/** How many requests wait for a place at most, and how long each of them, milliseconds. */
export interface Waiting {
  readonly most: number;
  readonly patience: number;
}

/** No place became free for a request. */
export class NoPlace extends Error {}

/** A request that waits. */
interface Waiter {
  readonly begin: () => void;
  readonly giveUp: () => void;
}

/**
 * A number of places, one for each request that is worked on. Where all are taken, requests wait in a queue. It is first
 * come, first served among the requests of one caller; the callers take turns. So one caller with many requests makes
 * another wait for one of them, not for all.
 *
 * A full queue is shared as well: a request of a caller with few in it takes the place of the last of the caller with
 * most.
 */
export class Places {
  /** Caller → its requests that wait, oldest first. The caller whose turn it is comes first. */
  private readonly queues = new Map<string, Waiter[]>();
  private length = 0;

  /** Makes places of which `free` are free. */
  constructor(
    private free: number,
    private readonly waiting: Waiting,
  ) {}

  /**
   * Waits for a place.
   * @param end - when the request need not be worked on any more
   * @returns what gives the place back; only its first call does anything
   * @throws NoPlace if too many wait, if none became free in time, or if the request is over
   */
  async take(caller: string, end: RequestEnd | undefined): Promise<() => void> {
    const free = this.takeFree();
    if (free) return free;
    await this.turn(caller, end);
    return this.giveBack();
  }

  /** Takes a place if one is free. Returns what {@link take} returns. */
  takeFree(): (() => void) | undefined {
    if (this.free === 0) return undefined;
    this.free -= 1;
    return this.giveBack();
  }

  private giveBack(): () => void {
    let isHeld = true;
    return () => {
      if (isHeld) this.passOn();
      isHeld = false;
    };
  }

  private turn(caller: string, end: RequestEnd | undefined): Promise<void> {
    if (end?.isOver || (this.length >= this.waiting.most && !this.makeRoomFor(caller))) {
      return Promise.reject(new NoPlace());
    }
    return new Promise((resolve, reject) => {
      const settle = (then: () => void) => () => {
        clearTimeout(timer);
        end?.unwatch(waiter.giveUp);
        this.remove(caller, waiter);
        then();
      };
      const waiter: Waiter = {
        begin: settle(resolve),
        giveUp: settle(() => reject(new NoPlace())),
      };
      const timer = setTimeout(waiter.giveUp, this.waiting.patience);
      end?.watch(waiter.giveUp);
      this.queues.set(caller, [...(this.queues.get(caller) ?? []), waiter]);
      this.length += 1;
    });
  }

  /**
   * Gives a place to whoever is next. Before that, everything that has arrived meanwhile has its turn: work that follows
   * on work would keep out those who need no place.
   */
  private passOn(): void {
    setImmediate(() => {
      const [next] = this.queues;
      if (!next) {
        this.free += 1;
        return;
      }
      const [caller, [first, ...others]] = next;
      first?.begin();
      // The others of this caller are last in turn.
      if (others.length > 0) {
        this.queues.delete(caller);
        this.queues.set(caller, others);
      }
    });
  }

  private remove(caller: string, waiter: Waiter): void {
    const left = (this.queues.get(caller) ?? []).filter((each) => each !== waiter);
    if (left.length > 0) this.queues.set(caller, left);
    else this.queues.delete(caller);
    this.length -= 1;
  }

  /** Removes the last request of the caller with most, if that has more than this one will have. */
  private makeRoomFor(caller: string): boolean {
    const longest = [...this.queues.values()].reduce(
      (one, other) => (other.length > one.length ? other : one),
      [],
    );
    const isFairer = longest.length > (this.queues.get(caller)?.length ?? 0) + 1;
    if (isFairer) longest.at(-1)?.giveUp();
    return isFairer;
  }
}
