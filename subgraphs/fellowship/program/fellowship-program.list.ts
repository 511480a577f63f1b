import { In } from "typeorm";
import { rowsBy } from "../../kit/record/by-key";
import type { DatabaseLoader } from "../../kit/request-context";
import { FellowshipPhase } from "./fellowship-phase";
import { FellowshipProgram, ProgramSendingAgency } from "./fellowship-program";

/** All programs in the order of the list. */
export const allPrograms: DatabaseLoader<"all", FellowshipProgram[]> = {
  name: "allPrograms",
  batch: async (keys, database) => {
    const programs = await database
      .getRepository(FellowshipProgram)
      .find({ order: { position: "ASC" }, comment: "allPrograms" });
    return keys.map(() => programs);
  },
};

/** The programs countries take part in, sending or hosting, by the country's code. */
export const programsByCountryCode: DatabaseLoader<string, FellowshipProgram[]> = {
  name: "programsByCountryCode",
  batch: async (codes, database) => {
    const either = In([...codes]);
    const programs = await database.getRepository(FellowshipProgram).find({
      where: [{ sendingCountryCode: either }, { hostCountryCode: either }],
      order: { position: "ASC" },
      comment: "programsByCountryCode",
    });
    return codes.map((code) =>
      programs.filter(
        ({ sendingCountryCode, hostCountryCode }) =>
          sendingCountryCode === code || hostCountryCode === code,
      ),
    );
  },
};

/** The parts of programs, in order, by the program's code. */
export const phasesByProgramCode = rowsBy("phasesByProgramCode", FellowshipPhase, "programCode", {
  order: { position: "ASC" },
});

/** The agencies that sent fellows, in the order of the published table, by the program's code. */
export const sendingAgencyCodesByProgramCode = rowsBy(
  "sendingAgencyCodesByProgramCode",
  ProgramSendingAgency,
  "programCode",
  { order: { position: "ASC" } },
);
