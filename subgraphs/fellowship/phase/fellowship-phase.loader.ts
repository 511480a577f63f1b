import { In } from "typeorm";
import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader } from "../../kit/request-context";
import { FellowshipPhase } from "./fellowship-phase";

/** The parts of programs, in order, by the program's code. */
export const phasesByProgramCode: DatabaseLoader<string, FellowshipPhase[]> = {
  name: "phasesByProgramCode",
  batch: async (codes, database) => {
    const phases = await database.getRepository(FellowshipPhase).find({
      where: { programCode: In([...codes]) },
      order: { position: "ASC" },
      comment: "phasesByProgramCode",
    });
    return rowsOfKeys(codes, phases, ({ programCode }) => programCode);
  },
};
