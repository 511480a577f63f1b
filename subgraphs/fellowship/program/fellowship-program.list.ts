import type { DatabaseLoader } from "../../kit/loaders";
import { allRows, rowsBy } from "../../kit/record/by-key";
import { FellowshipPhase } from "./fellowship-phase";
import { FellowshipProgram, ProgramSendingAgency } from "./fellowship-program";

/** All programs in the order of the list. */
export const allPrograms = allRows("allPrograms", FellowshipProgram, { position: "ASC" });

const programsOfCountries = allRows("programsByCountryCode", FellowshipProgram, {
  position: "ASC",
});

/** The programs countries take part in, sending or hosting, by the country's code. There are few: all are read. */
export const programsByCountryCode: DatabaseLoader<string, FellowshipProgram[]> = {
  name: programsOfCountries.name,
  batch: async (codes, database, args) => {
    const [programs = []] = await programsOfCountries.batch(["all"], database, args);
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
