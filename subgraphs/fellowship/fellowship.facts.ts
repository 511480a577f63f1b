import { catalog } from "../catalog/catalog";
import { readFigures } from "../catalog/published-figure/published-figure.facts";
import type { FigureRow } from "../catalog/published-figure/figure-file";
import type { Problem } from "../kit/facts/problem";
import type { FactTable } from "../kit/facts/write-facts";
import { readCohorts } from "./cohort/cohort.facts";
import { readPhases } from "./program/fellowship-phase.facts";
import { readPrograms, sendingAgencies } from "./program/fellowship-program.facts";

/** Reads and checks the published facts on fellowships; the tables to write, in order. */
export function readFellowshipFacts(directory: string, problems: Problem[]): FactTable[] {
  const programs = readPrograms(directory, problems);
  const phases = readPhases(directory, problems);
  const cohorts = readCohorts(directory, problems);
  const figures = readFigures(
    directory,
    "fellowship",
    {
      sending_agency: { has: (code) => catalog.agencies.has(agencyCodeOf(code)) },
      cohort: cohorts.numbers,
    },
    problems,
    sendingAgencyOf,
  );
  return [programs, sendingAgencies(figures), phases, cohorts.table, ...figures];
}

/** The agency a figure is about: figures name the agencies of the United States without the country. */
function sendingAgencyOf({ dimension, dimension_value: part }: FigureRow): string | null {
  return dimension === "sending_agency" && part !== null ? agencyCodeOf(part) : null;
}

function agencyCodeOf(part: string): string {
  return `US-${part}`;
}
