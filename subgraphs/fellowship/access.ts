import { published, sharedAccess, statisticsOf } from "../catalog/access";
import { type DeclaredPersons, personBy } from "../kit/access/persons-seen";
import { open, personal } from "../kit/access/policies";
import type { DeclaredAccess } from "../kit/access/with-access";
import type { RequestContext } from "../kit/request-context";
import type { Fellow } from "./fellow/fellow";
import type { Placement } from "./placement/placement";

const records = open("fellowship:records");
const changes = open("fellowship:changes");
const persons = personal("fellowship:persons");

/** Who may see what of fellowship programmes. */
export const fellowshipAccess: DeclaredAccess = {
  ...sharedAccess,
  Mutation: changes,
  FellowshipUserError: changes,

  FellowshipStatistics: published,
  FellowshipStatisticsRow: published,
  "Query.fellowshipDiscrepancies": statisticsOf("fellowship:persons"),
  "Query.fellowshipStatistics": statisticsOf("fellowship:persons"),

  Cohort: published,
  "Cohort.version": records,
  FellowshipPhase: published,
  FellowshipProgram: published,

  PhaseSchedule: records,

  Fellow: persons,
  Placement: persons,
};

/** Whom fellows and placements are about. */
export const fellowshipPersons: DeclaredPersons<RequestContext> = {
  Fellow: personBy("id" satisfies keyof Fellow, (id) => `fellow:${id}`),
  Placement: personBy("fellowId" satisfies keyof Placement, (id) => `fellow:${id}`),
};
