import type { Draw } from "../draw";
import type { RandomRecords } from "./population";

/** What an office does to its records between two releases. */
export type Correction =
  | "nothing"
  | "a year more"
  | "one corrected"
  | "several corrected"
  | "many alike added"
  | "many alike taken out"
  | "many alike moved"
  | "all taken back";

/** How often an office does something, in 100. It adds a year besides, one time in sixteen. */
export type Habits = Readonly<Partial<Record<Exclude<Correction, "a year more">, number>>>;

/** Most fiscal years of which there are records. */
const mostYears = 6;

/** An office that corrects its records again and again: what happened in years that were released, too. */
export class CorrectingOffice<Entry> {
  /** The records as they were when the last correction came in. */
  private accepted: readonly Entry[];

  constructor(
    private readonly random: RandomRecords<Entry>,
    private readonly habits: Habits,
    private readonly draw: Draw,
  ) {
    this.accepted = [...random.records];
  }

  /** The records as they are came into a release. */
  accept(): void {
    this.accepted = [...this.random.records];
  }

  /** Does something to the records, and says what. */
  correct(): Correction {
    const { draw, random } = this;
    if (random.years.length < mostYears && draw.chance(1 / 16)) {
      this.addYear();
      return "a year more";
    }
    const kind = this.drawn();
    switch (kind) {
      case "one corrected":
        this.correctOne();
        break;
      case "several corrected":
        for (let count = draw.int(5, 20); count > 0; count -= 1) this.correctOne();
        break;
      case "many alike added": {
        const more = random.another();
        const count = draw.int(5, 12);
        random.records.push(more, ...Array.from({ length: count - 1 }, () => random.alike(more)));
        break;
      }
      case "many alike taken out":
        this.takeOutAlike();
        break;
      case "many alike moved": {
        const [one, ...others] = this.takeOutAlike();
        const moved = one && random.changed(one);
        if (moved) random.records.push(moved, ...others.map(() => random.alike(moved)));
        break;
      }
      case "all taken back":
        random.records.splice(0, random.records.length, ...this.accepted);
        break;
      case "nothing":
        break;
    }
    return kind;
  }

  private drawn(): Exclude<Correction, "a year more"> {
    let left = this.draw.int(1, 100);
    const all = Object.entries(this.habits) as [Exclude<Correction, "a year more">, number][];
    return all.find(([, share]) => (left -= share) <= 0)?.[0] ?? "nothing";
  }

  private correctOne(): void {
    const { draw, random } = this;
    const { records } = random;
    const at = draw.int(0, Math.max(0, records.length - 1));
    const record = records[at];
    if (record === undefined || draw.chance(0.4)) records.push(random.another());
    else if (draw.chance(0.7)) records[at] = random.changed(record);
    else records.splice(at, 1);
  }

  /** Of the largest group of records that are alike but for the person, at least five, if there are so many. */
  private takeOutAlike(): readonly Entry[] {
    const { draw, random } = this;
    const groups = new Map<string, Entry[]>();
    for (const record of random.records) {
      const name = random.likeness(record);
      groups.set(name, [...(groups.get(name) ?? []), record]);
    }
    const largest = [...groups.values()].sort((one, other) => other.length - one.length)[0] ?? [];
    if (largest.length < 5) return [];
    const out = largest.slice(0, draw.int(5, largest.length));
    const left = random.records.filter((record) => !out.includes(record));
    random.records.splice(0, random.records.length, ...left);
    return out;
  }

  /** A new year happens whether or not what was corrected came in. */
  private addYear(): void {
    const { records } = this.random;
    const before = [...records];
    this.random.addYear();
    const changed = new Map(before.map((record, index) => [record, records[index] ?? record]));
    this.accepted = [
      ...this.accepted.map((record) => changed.get(record) ?? record),
      ...records.slice(before.length),
    ];
  }
}
