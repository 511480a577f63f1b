import { ID, Int } from "type-graphql";
import { published } from "../../catalog/access";
import { FiscalYear } from "../../catalog/fiscal-year/fiscal-year";
import { fieldsOf, queries } from "../../kit/record/declared-fields";
import { recordAsKnown } from "../../kit/history/record-as-known";
import { byKey } from "../../kit/record/by-key";
import { knownAtArgument, loaded } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { records } from "../record/policies";
import { FellowshipProgram } from "../program/fellowship-program";
import { Cohort, cohortId } from "./cohort";
import { cohortChanges } from "./cohort.changes";
import { cohortCorrections } from "./cohort.corrections";
import { cohorts, cohortsByFiscalYear } from "./cohort.list";

const cohortAsKnown = recordAsKnown(Cohort);

interface CohortArguments {
  readonly program: string;
  readonly number: number;
  readonly knownAt?: Date | null;
}

/** Cohorts of fellows, that sources name or the office opened. */
export const cohortModule: Module = {
  entities: [Cohort],
  resolvers: [
    queries({
      cohort: {
        type: () => Cohort,
        nullable: true,
        description:
          "The cohort of a program with this number; null where no source names it and the office has not opened it.",
        arguments: {
          program: { type: ID, description: "The program's code, as MIKE_MANSFIELD." },
          number: { type: Int, description: "The cohort's number: 28 is 第28期." },
          knownAt: knownAtArgument,
        },
        find: (_none, { program, number, knownAt }: CohortArguments, context) => {
          const id = cohortId(program, number);
          return knownAt ? cohortAsKnown(context, id, knownAt) : context.load(byKey(Cohort), id);
        },
      },
      cohorts: cohorts.all({
        description:
          "The cohorts of all programs that sources name or the office has opened. There were more cohorts, which are not known.",
      }),
    }),
    fieldsOf(FellowshipProgram, {
      cohorts: cohorts.by("program_code").all(({ code }: FellowshipProgram) => code, {
        nullable: false,
        description:
          "Its cohorts that sources name or the office has opened. There were more cohorts, which are not known.",
      }),
    }),
    fieldsOf(FiscalYear, {
      cohorts: {
        ...loaded(
          () => [Cohort],
          "The cohorts of fellows that began in the year, by number; without those whose start is not known precisely enough to say.",
          cohortsByFiscalYear,
          ({ year }: FiscalYear) => year,
        ),
        nullable: true,
      },
    }),
    cohortChanges,
    cohortCorrections,
  ],
  access: { Cohort: published, "Cohort.version": records },
  listSizes: { "FiscalYear.cohorts": 20 },
  readable: {
    published: { cohort: "sourced", cohort_history: "sourced" },
    statistics: { cohort: "all" },
  },
  writable: { cohort: "INSERT, UPDATE, DELETE" },
};
