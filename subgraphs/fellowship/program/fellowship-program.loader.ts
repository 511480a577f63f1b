import { In } from "typeorm";
import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader } from "../../kit/request-context";
import { FellowshipProgram } from "./fellowship-program";
import { ProgramSendingAgency } from "./program-sending-agency";

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

/** Programs by code; `null` where there is none. */
export const programByCode: DatabaseLoader<string, FellowshipProgram | null> = {
  name: "programByCode",
  batch: async (codes, database) => {
    const programs = await database
      .getRepository(FellowshipProgram)
      .find({ where: { code: In([...codes]) }, comment: "programByCode" });
    const byCode = new Map(programs.map((program) => [program.code, program]));
    return codes.map((code) => byCode.get(code) ?? null);
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

/** The codes of the agencies that sent fellows, in the order of the published table, by the program's code. */
export const sendingAgencyCodesByProgramCode: DatabaseLoader<string, string[]> = {
  name: "sendingAgencyCodesByProgramCode",
  batch: async (codes, database) => {
    const links = await database.getRepository(ProgramSendingAgency).find({
      where: { programCode: In([...codes]) },
      order: { position: "ASC" },
      comment: "sendingAgencyCodesByProgramCode",
    });
    return rowsOfKeys(codes, links, ({ programCode }) => programCode).map((own) =>
      own.map(({ agencyCode }) => agencyCode),
    );
  },
};
