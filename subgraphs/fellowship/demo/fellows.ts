import { randomOfJapan, repeated } from "../../kit/demo/random";
import { cohorts, type DemoCohort } from "./cohorts";
import { type DemoPlacement, placementsOf } from "./hosts";
import { fellowsBySender } from "./published-sizes";

/** A made-up fellow. */
export interface DemoFellow {
  readonly cohort: DemoCohort;
  /** The place in the cohort, from 1. */
  readonly number: number;
  readonly sender: string;
  readonly admittedOn: string;
  readonly completedOn: string;
  readonly placements: readonly DemoPlacement[];
}

/** Senders that were founded after the first cohorts: code → the first year with fellows. */
const foundedIn: Readonly<Record<string, number>> = { "US-DHS": 2004 };

/** The 208 fellows of cohorts 1 to 28, the same every time. */
export function makeFellows(): DemoFellow[] {
  const random = randomOfJapan(1_983);
  const senders = random.helpers.shuffle(repeated(Object.entries(fellowsBySender)));
  return cohorts.flatMap((cohort, earlier) => {
    const turn = cohorts.slice(0, earlier).reduce((sum, { fellows }) => sum + fellows, 0);
    return Array.from({ length: cohort.fellows }, (_unused, index) => ({
      cohort,
      number: index + 1,
      sender: takeSender(senders, cohort.year),
      admittedOn: `${cohort.year}-03-15`,
      completedOn: `${cohort.year + 1}-06-30`,
      placements: placementsOf(cohort, turn + index),
    }));
  });
}

/** Takes the next sender that existed in the year. */
function takeSender(senders: string[], year: number): string {
  const place = senders.findIndex((code) => (foundedIn[code] ?? 0) <= year);
  const [sender] = senders.splice(place, 1);
  if (sender === undefined) throw new Error("there are more fellows than senders");
  return sender;
}
