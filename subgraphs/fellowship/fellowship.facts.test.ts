import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { cloneDatabase } from "../../test/support/postgres";
import { withAlteredFacts } from "../../test/support/altered-facts";
import { formatProblem, InvalidFacts, type Problem } from "../kit/facts/problem";
import { load } from "../kit/subgraph/database-commands";
import { fellowship } from "./fellowship";
import { readFellowshipFacts } from "./fellowship.facts";
import { FellowshipPhaseCode } from "./program/fellowship-phase";

describe("the phases of a fellowship", () => {
  it("are those of their file, in the same order", () => {
    const rows: { phase: string }[] = parse(
      readFileSync(join(fellowship.dataDirectory, "mansfield_phases.csv")),
      { columns: true },
    );
    expect(Object.values(FellowshipPhaseCode)).toEqual(rows.map(({ phase }) => phase));
  });
});

describe("a load of wrong facts", () => {
  const cases: [wrong: string, file: string, from: string, to: string, problem: string][] = [
    [
      "a phase that the graph does not know",
      "mansfield_phases.csv",
      "PLACEMENT,3",
      "INTERNSHIP,3",
      'mansfield_phases.csv:4: phase: received "INTERNSHIP", expected one of PRE_DEPARTURE, HOMESTAY_LANGUAGE, PLACEMENT, RETURN_SERVICE',
    ],
    [
      "a duration in words",
      "mansfield_phases.csv",
      "P7W",
      "7 weeks",
      'mansfield_phases.csv:3: duration: received "7 weeks", expected an ISO 8601 duration such as P7W or P1Y, or nothing',
    ],
    [
      "a duration of nothing",
      "mansfield_phases.csv",
      "P10M",
      "P",
      'mansfield_phases.csv:4: duration: received "P", expected an ISO 8601 duration',
    ],
    [
      "a cohort that stands twice",
      "mansfield_cohorts.csv",
      "29,2025-07",
      "28,2025-07",
      "mansfield_cohorts.csv:11: cohort: received 28, expected a value that does not stand already on line 10",
    ],
    [
      "a month that does not exist",
      "mansfield_cohorts.csv",
      "2007-09",
      "2007-13",
      'mansfield_cohorts.csv:3: starts_on: received "2007-13", expected a date YYYY, YYYY-MM or YYYY-MM-DD, or nothing',
    ],
    [
      "a cohort that ends before it begins",
      "mansfield_cohorts.csv",
      "2016-09,2017-06",
      "2017-09,2017-06",
      'mansfield_cohorts.csv:5: ends_on: received "2017-06", expected a date not before 2017-09',
    ],
    [
      "a source that is not there",
      "mansfield_cohorts.csv",
      ",mff-ja,",
      ",mff-jp,",
      'mansfield_cohorts.csv:4: source_id: received "mff-jp", expected an id of sources.csv',
    ],
    [
      "a host agency that is not in the catalog",
      "fellowship_programs.csv",
      "JP-NPA",
      "JP-NPB",
      'fellowship_programs.csv:2: host_agency: received "JP-NPB", expected a code of agencies.csv',
    ],
    [
      "a country that does not exist",
      "fellowship_programs.csv",
      ",US,",
      ",XX,",
      'fellowship_programs.csv:2: sending_country: received "XX", expected an ISO 3166-1 alpha-2 country code',
    ],
    [
      "a list of programs without the one the other files are about",
      "fellowship_programs.csv",
      "MIKE_MANSFIELD",
      "MANSFIELD",
      'fellowship_programs.csv:0: code: received ["MANSFIELD"], expected a row for MIKE_MANSFIELD',
    ],
    [
      "figures of an agency that is not in the catalog",
      "published_figures.csv",
      "sending_agency,DOD",
      "sending_agency,WAR",
      'published_figures.csv:5: dimension_value: received "WAR", expected a code of the dimension sending_agency',
    ],
    [
      "figures of a cohort that is not listed",
      "published_figures.csv",
      "cohort,26",
      "cohort,25",
      'published_figures.csv:47: dimension_value: received "25", expected a code of the dimension cohort',
    ],
    [
      "agencies that do not sum to the total",
      "published_figures.csv",
      "国防総省,52",
      "国防総省,53",
      "published_figures.csv:2: value: received 208, expected 209, the sum of its 31 parts by sending_agency",
    ],
    [
      "a figure of another area",
      "published_figures.csv",
      "mf-cum-2007,fellowship",
      "mf-cum-2007,dispatch",
      'published_figures.csv:34: area: received "dispatch", expected fellowship',
    ],
    [
      "a measure without a definition",
      "measures.csv",
      "fellows_accepted,",
      "fellows,",
      'published_figures.csv:42: measure: received "fellows_accepted", expected a code of measures.csv',
    ],
    [
      "a split of a figure that is not there",
      "figure_splits.csv",
      "mf-cum-28",
      "mf-cum-27",
      'figure_splits.csv:2: total_id: received "mf-cum-27", expected an id of published_figures.csv',
    ],
  ];

  it.each(cases)("is refused for %s, and says where", async (_wrong, file, from, to, problem) => {
    await withAlteredFacts(fellowship.dataDirectory, [{ file, from, to }], async (directory) => {
      const problems: Problem[] = [];
      readFellowshipFacts(directory, problems);
      expect(problems.map(formatProblem)).toContainEqual(expect.stringContaining(problem));
    });
  });

  it("lists every problem at once and leaves the database unchanged", async () => {
    const database = await cloneDatabase("fellowship");
    const urls = { owner: database.ownerUrl, app: database.appUrl };
    const alterations = [
      { file: "mansfield_cohorts.csv", from: "2007-09", to: "2007-13" },
      { file: "mansfield_phases.csv", from: "P7W", to: "7W" },
    ];
    try {
      await withAlteredFacts(fellowship.dataDirectory, alterations, async (directory) => {
        const refused = await load(fellowship, urls, directory).catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(InvalidFacts);
        expect(String(refused)).toContain('mansfield_cohorts.csv:3: starts_on: received "2007-13"');
        expect(String(refused)).toContain('mansfield_phases.csv:3: duration: received "7W"');
        expect(String(refused)).toContain("nothing was written.");
      });
      for (const { inserted, updated, deleted } of await load(fellowship, urls)) {
        expect([inserted, updated, deleted]).toEqual([0, 0, 0]);
      }
    } finally {
      await database.drop();
    }
  });
});
