import { cycled } from "../../kit/demo/random";

/** How an application ended. */
export type Outcome = "REGISTERED" | "TRAINING_FAILED" | "REJECTED" | "WITHDRAWN";

/** One solicitation and what became of it. */
export interface Round {
  readonly fiscalYear: number;
  /** The published window, both days included. */
  readonly window: readonly [opensOn: string, closesOn: string];
  readonly evaluated: readonly [from: string, days: number];
  readonly decidedOn: string;
  readonly training: Readonly<Record<Subject, readonly [startsOn: string, endsOn: string]>>;
  readonly registeredOn: string;
  readonly outcomes: readonly (readonly [Outcome, number])[];
  /** How many of those registered are in several categories. */
  readonly inSeveral: number;
  /** How many of the applicants were rejected in the round before. */
  readonly again: number;
}

/** What candidates are trained in. */
export type Subject = "LOCAL_GOVERNMENT_OPERATIONS" | "INFORMATION_SYSTEMS";

/**
 * The three rounds. Windows, applications (52 and 18; those of FY2022 are not published and made up), selections (24 and
 * 14), registrations (13, 24 and 14) and those in several categories (3, 1 and 5) are as published. The days after the
 * window are made up; they let the rounds of FY2022 and FY2023, 37 persons, be on the list on 2024-05-31.
 */
export const rounds: readonly Round[] = [
  {
    fiscalYear: 2022,
    window: ["2022-10-12", "2022-11-11"],
    evaluated: ["2022-11-21", 21],
    decidedOn: "2022-12-20",
    training: {
      LOCAL_GOVERNMENT_OPERATIONS: ["2023-01-16", "2023-02-10"],
      INFORMATION_SYSTEMS: ["2023-02-13", "2023-03-10"],
    },
    registeredOn: "2023-03-24",
    outcomes: [
      ["REGISTERED", 13],
      ["TRAINING_FAILED", 1],
      ["REJECTED", 14],
      ["WITHDRAWN", 2],
    ],
    inSeveral: 3,
    again: 0,
  },
  {
    fiscalYear: 2023,
    window: ["2023-11-29", "2023-12-28"],
    evaluated: ["2024-01-09", 17],
    decidedOn: "2024-01-31",
    training: {
      LOCAL_GOVERNMENT_OPERATIONS: ["2024-02-05", "2024-02-22"],
      INFORMATION_SYSTEMS: ["2024-02-26", "2024-03-15"],
    },
    registeredOn: "2024-03-29",
    outcomes: [
      ["REGISTERED", 24],
      ["REJECTED", 26],
      ["WITHDRAWN", 2],
    ],
    inSeveral: 1,
    again: 3,
  },
  {
    fiscalYear: 2024,
    window: ["2024-08-30", "2024-10-31"],
    evaluated: ["2024-11-11", 25],
    decidedOn: "2024-12-13",
    training: {
      LOCAL_GOVERNMENT_OPERATIONS: ["2025-01-14", "2025-02-07"],
      INFORMATION_SYSTEMS: ["2025-02-10", "2025-03-07"],
    },
    registeredOn: "2025-03-28",
    outcomes: [
      ["REGISTERED", 14],
      ["REJECTED", 3],
      ["WITHDRAWN", 1],
    ],
    inSeveral: 5,
    again: 1,
  },
];

const categories = ["PRODUCER", "PROJECT_MANAGER", "SERVICE_DESIGNER"];

/** One category, or two, in turn. */
export function someCategories(turn: number, several: boolean): string[] {
  const first = cycled(categories, turn);
  return several ? [first, cycled(categories, turn + 1)] : [first];
}
