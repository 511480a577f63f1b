import type { Label } from "./label";

/** Periods that follow each other, from the first to the last. */
export interface Run {
  readonly first: Label;
  readonly last: Label;
}

/** Puts periods of a list that stand side by side in it together. */
export function runsOf(all: readonly Label[], isIn: (period: Label) => boolean): Run[] {
  const runs: { first: Label; last: Label }[] = [];
  let open = false;
  for (const period of all) {
    const here = isIn(period);
    const run = runs.at(-1);
    if (here && open && run) run.last = period;
    else if (here) runs.push({ first: period, last: period });
    open = here;
  }
  return runs;
}
