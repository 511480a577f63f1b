import { published, sharedAccess } from "../catalog/access";
import { open, personal } from "../kit/access/policies";
import type { DeclaredAccess } from "../kit/access/with-access";

const records = open("fellowship:records");
const changes = open("fellowship:changes");
const persons = personal("fellowship:persons");

/** Who may see what of fellowship programmes. */
export const fellowshipAccess: DeclaredAccess = {
  ...sharedAccess,
  Mutation: changes,
  FellowshipUserError: changes,

  Cohort: published,
  FellowshipPhase: published,
  FellowshipProgram: published,

  PhaseSchedule: records,

  Fellow: persons,
  Placement: persons,
};
