import type { Rules } from "../../kit/rules/rule";
import { inTheWay, stillHolds } from "../record/correction.rules";
import type { FellowshipErrorCode } from "../record/fellowship-error-code";
import { type CohortFacts, shownPeriod } from "./cohort.rules";
import type { FellowFacts } from "./fellow.rules";
import { Placement } from "./placement";
import { wholePlacementRules } from "./whole-placement.rules";

/** A fellow with the placements, as on record or once it is put right. */
export interface FellowFile {
  readonly fellow: FellowFacts;
  readonly cohort: CohortFacts;
  /** The country that hosts the program. */
  readonly hostCountry: string;
  readonly placements: readonly Placement[];
}

/** At which field of the correction is said what does not hold of a placement. */
const fields: Readonly<Partial<Record<string, string>>> = {
  BEFORE_ADMISSION: "admittedOn",
  OUTSIDE_COHORT_PERIOD: "cohort",
  NOT_A_HOST_AGENCY: "cohort",
  FELLOWSHIP_COMPLETED: "completedOn",
};

/** All placements of a fellow that hold now hold once the fellow is put right; the refusal names the first that does not. */
export function placementsHold(
  now: FellowFile,
  afterwards: FellowFile,
  today: string,
): Rules<FellowshipErrorCode> {
  const [first = []] = now.placements
    .map((placement, index) => {
      const what = `the placement from ${shownPeriod(placement)}`;
      const rules = (file: FellowFile) => rulesOfPlacement(file, index, today);
      return stillHolds(
        what,
        rules(now),
        rules(afterwards),
        (code) => fields[code] ?? "withdrawnOn",
      );
    })
    .filter((broken) => broken.length > 0);
  return first;
}

/** An admission never was where nothing follows from it. */
export function admittedAloneRules(
  { fellowNumber, completedOn, withdrawnOn }: FellowFacts,
  placements: readonly Placement[],
): Rules<FellowshipErrorCode> {
  const [placement] = placements;
  const lastDay = completedOn ?? withdrawnOn;
  const broken: Rules<FellowshipErrorCode>[] = [];
  if (placement) {
    const message = `Expected a fellow without placements, received ${fellowNumber} with ${placements.length}, found one from ${shownPeriod(placement)}.`;
    broken.push([inTheWay(message, "id")]);
  }
  if (lastDay !== null) {
    const end = completedOn === null ? "a withdrawal" : "a completion";
    const message = `Expected a fellow whose fellowship has not ended, received ${fellowNumber}, found ${end} on ${lastDay}.`;
    broken.push([inTheWay(message, "id")]);
  }
  return broken;
}

function rulesOfPlacement(
  { fellow, cohort, hostCountry, placements }: FellowFile,
  index: number,
  today: string,
): Rules<FellowshipErrorCode> {
  const placement = placements[index];
  if (!placement) return [];
  const others = placements.filter((one) => one !== placement && one.cancelledOn === null);
  return wholePlacementRules(
    Object.assign(new Placement(), placement, { hostAgency: placement.hostAgencyCode }),
    { today, fellow, cohort, others, hostCountry },
  );
}
