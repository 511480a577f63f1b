import { published } from "../../catalog/access";
import { Agency } from "../../catalog/agency/agency";
import { agencyOf } from "../../catalog/agency/agency-of";
import { Country } from "../../catalog/country/country";
import {
  figuresByAgencyCode,
  PublishedFigureArguments,
  PublishedFigureConnection,
} from "../../catalog/published-figure/published-figure.list";
import { fieldsOf, queries } from "../../kit/record/declared-fields";
import { loaded, oneByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { FellowshipPhase } from "./fellowship-phase";
import { FellowshipProgram, ProgramSendingAgency } from "./fellowship-program";
import {
  allPrograms,
  phasesByProgramCode,
  programsByCountryCode,
  sendingAgencyCodesByProgramCode,
} from "./fellowship-program.list";

const codeOf = ({ code }: { readonly code: string }) => code;

/** Fellowship programs, their parts, and what is published of who sends fellows. */
export const fellowshipProgramModule: Module = {
  entities: [FellowshipProgram, ProgramSendingAgency, FellowshipPhase],
  resolvers: [
    queries({
      fellowshipProgram: oneByKey(
        FellowshipProgram,
        "The program with this code; null where there is none.",
        "As MIKE_MANSFIELD.",
        "code",
      ),
      fellowshipPrograms: {
        type: () => [FellowshipProgram],
        nullable: true,
        description: "All fellowship programs.",
        find: (_none, _args, context) => context.load(allPrograms, "all"),
      },
    }),
    fieldsOf(FellowshipProgram, {
      phases: loaded(
        () => [FellowshipPhase],
        "Its parts, in the order in which a fellow goes through them.",
        phasesByProgramCode,
        codeOf,
      ),
      sendingAgencies: {
        type: () => [Agency],
        description:
          "The agencies with published numbers of fellows sent, in the order of the published table.",
        find: async ({ code }, _args, context) => {
          const senders = await context.load(sendingAgencyCodesByProgramCode, code);
          return senders.map(({ agencyCode }) => agencyOf(agencyCode));
        },
      },
    }),
    fieldsOf(Country, {
      fellowshipPrograms: {
        ...loaded(
          () => [FellowshipProgram],
          "The fellowship programs it sends officials to or hosts; their sendingCountry and hostCountry say which.",
          programsByCountryCode,
          codeOf,
        ),
        nullable: true,
      },
    }),
    fieldsOf(Agency, {
      fellowshipFigures: {
        type: () => PublishedFigureConnection,
        nullable: true,
        description: "Published figures on the fellows it sent.",
        arguments: PublishedFigureArguments,
        find: ({ code }, list, context) =>
          new PublishedFigureConnection(figuresByAgencyCode(context, code, list)),
      },
    }),
  ],
  access: { FellowshipPhase: published, FellowshipProgram: published },
  listSizes: {
    "Country.fellowshipPrograms": 10,
    "FellowshipProgram.phases": 20,
    "FellowshipProgram.sendingAgencies": 100,
    "Query.fellowshipPrograms": 10,
  },
  readable: {
    published: {
      fellowship_phase: "all",
      fellowship_program: "all",
      fellowship_program_sending_agency: "all",
    },
  },
};
