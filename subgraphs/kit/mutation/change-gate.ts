import type { DataSource } from "typeorm";
import { concurrentChange } from "./concurrent-change";
import type { Deadline } from "./deadline";

/** Connections that changes leave to those who read, however many wait for a lock. */
const keptForReaders = 2;

const gates = new WeakMap<DataSource, ChangeGate>();

/** The gate of a database's changes: as many at once as its pool has connections, but a few. */
export function gateOf(database: DataSource): ChangeGate {
  const existing = gates.get(database);
  if (existing) return existing;
  const poolSize = database.options.poolSize ?? keptForReaders;
  const gate = new ChangeGate(Math.max(1, poolSize - keptForReaders));
  gates.set(database, gate);
  return gate;
}

/** Lets a number of changes through at once; the others wait in order, and not for ever. */
export class ChangeGate {
  private free: number;
  private readonly waiting = new Set<() => void>();

  constructor(mostAtOnce: number) {
    this.free = mostAtOnce;
  }

  /**
   * Does the work when its turn has come.
   * @throws ApiError CONCURRENT_CHANGE where it does not come before the deadline
   */
  async run<Result>(deadline: Deadline, work: () => Promise<Result>): Promise<Result> {
    await this.enter(deadline);
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private enter({ left }: Deadline): Promise<void> {
    if (this.free > 0) {
      this.free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const goOn = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.delete(goOn);
        reject(concurrentChange());
      }, left);
      this.waiting.add(goOn);
    });
  }

  private leave(): void {
    const [next] = this.waiting;
    if (!next) {
      this.free += 1;
      return;
    }
    this.waiting.delete(next);
    next();
  }
}
