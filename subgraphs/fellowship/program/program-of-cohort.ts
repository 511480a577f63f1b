import type { EntityManager } from "typeorm";
import type { Cohort } from "../cohort/cohort";
import { FellowshipProgram } from "./fellowship-program";

/** The program a cohort belongs to, inside a change. */
export async function programOfCohort(
  manager: EntityManager,
  { programCode }: Cohort,
  mutation: string,
): Promise<FellowshipProgram> {
  return manager.findOneOrFail(FellowshipProgram, {
    where: { code: programCode },
    comment: `${mutation}.program`,
  });
}
