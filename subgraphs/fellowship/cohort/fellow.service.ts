import { rowsBy } from "../../kit/rows-by";
import type { FellowshipChange } from "../record/fellowship-changes";
import { FellowshipProgram } from "../program/fellowship-program";
import { Cohort } from "./cohort";
import { Fellow } from "./fellow";
import { Placement } from "./placement";
import type { PlacementNote } from "./withdrawal.rules";

/** A cohort with its program. */
interface CohortOfProgram {
  readonly cohort: Cohort;
  readonly program: FellowshipProgram;
}

/** A fellow who is to be put right, locked, with all placements. */
export interface LockedFellow {
  readonly fellow: Fellow;
  /** By the first day. */
  readonly placements: readonly Placement[];
  /** The cohort on record. */
  readonly recorded: CohortOfProgram;
  /** The cohort whose fellow it then is. */
  readonly then: CohortOfProgram;
}

/**
 * Locks a fellow, then the cohort and, if the fellow is to be of another, that one too, then the placements.
 *
 * @throws Refused NOT_FOUND or VERSION_CONFLICT
 */
export async function lockFellow(
  change: FellowshipChange,
  input: {
    readonly id: string;
    readonly expectedVersion?: number | null;
    readonly cohort?: string | null;
  },
): Promise<LockedFellow> {
  const fellow = await change.lock(Fellow, input);
  const cohortId = input.cohort ?? fellow.cohortId;
  const cohorts = new Map<string, CohortOfProgram>();
  for (const id of [...new Set([fellow.cohortId, cohortId])].sort()) {
    const cohort = await change.lock(Cohort, { id }, "input", "cohort");
    const program = await change.read(FellowshipProgram, cohort.programCode);
    cohorts.set(id, { cohort, program });
  }
  const placements = await change.findAll(Placement, { fellowId: fellow.id });
  const ofCohort = (id: string) =>
    cohorts.get(id) ?? change.notFound(Cohort, id, ["input", "cohort"]);
  return {
    fellow,
    placements: placements.sort((one, other) => (one.from < other.from ? -1 : 1)),
    recorded: ofCohort(fellow.cohortId),
    then: ofCohort(cohortId),
  };
}

/** The changes of placements on record, by id, latest first. */
export async function notesOf(
  change: FellowshipChange,
  placements: readonly Placement[],
): Promise<ReadonlyMap<string, readonly PlacementNote[]>> {
  const rows: (PlacementNote & { readonly id: string })[] = await change.manager.query(
    `/* correctFellow.notes */ SELECT record_id AS id, action, changes FROM change_record
     WHERE record_type = 'placement' AND record_id = ANY ($1::text[]) ORDER BY id DESC`,
    [placements.map(({ id }) => id)],
  );
  return rowsBy(rows, ({ id }) => id);
}
