import { addDays } from "../../kit/demo/days";
import { randomOfJapan, type Random, repeated } from "../../kit/demo/random";
import { type Outcome, type Round, rounds, someCategories } from "./rounds";

/** A made-up application. */
export interface DemoApplication {
  readonly round: Round;
  /** The applicant's place among all. */
  readonly applicant: number;
  readonly receivedAt: string;
  readonly categories: readonly string[];
  readonly selected: readonly string[];
  readonly outcome: Outcome;
  /** The day on which the last category was judged, where the committee came to it. */
  readonly evaluatedOn: string | null;
}

/** The applications of one copy, and how many persons made them. */
export interface BaseSet {
  readonly applications: readonly DemoApplication[];
  readonly applicants: number;
}

/** Makes one copy of the applications, the same every time. */
export function makeBaseSet(): BaseSet {
  const random = randomOfJapan(2_022);
  const applications: DemoApplication[] = [];
  let applicants = 0;
  for (const round of rounds) {
    const rejected = applications
      .filter(
        ({ outcome, round: { fiscalYear } }) =>
          outcome === "REJECTED" && fiscalYear === round.fiscalYear - 1,
      )
      .map(({ applicant }) => applicant)
      .slice(0, round.again);
    const outcomes = repeated(round.outcomes).map((outcome, place) => ({
      outcome,
      inSeveral: place < round.inSeveral,
    }));
    random.helpers.shuffle(outcomes).forEach(({ outcome, inSeveral }, turn) => {
      applications.push({
        round,
        applicant: rejected.shift() ?? applicants++,
        outcome,
        receivedAt: receivedAt(round, turn, random),
        ...choices(turn, outcome, inSeveral),
        evaluatedOn:
          outcome === "WITHDRAWN" ? null : addDays(round.evaluated[0], round.evaluated[1]),
      });
    });
  }
  return { applications, applicants };
}

/** Some apply in a second category without being selected in it. */
function choices(turn: number, outcome: Outcome, inSeveral: boolean) {
  const categories = someCategories(turn, inSeveral || turn % 4 === 0);
  const isSelected = outcome === "REGISTERED" || outcome === "TRAINING_FAILED";
  const selected = inSeveral ? categories : categories.slice(0, 1);
  return { categories, selected: isSelected ? selected : [] };
}

/** The first comes in the first minute of the window, the second in its last. */
function receivedAt({ window: [opensOn, closesOn] }: Round, turn: number, random: Random): string {
  if (turn === 0) return `${opensOn}T00:00:00+09:00`;
  if (turn === 1) return `${closesOn}T23:59:59+09:00`;
  const days = (Date.parse(closesOn) - Date.parse(opensOn)) / 86_400_000;
  const two = (most: number) => String(random.number.int({ max: most })).padStart(2, "0");
  const day = addDays(opensOn, random.number.int({ max: days }));
  return `${day}T${two(23)}:${two(59)}:${two(59)}+09:00`;
}
