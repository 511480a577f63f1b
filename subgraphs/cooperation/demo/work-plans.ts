import { syntheticId } from "../../kit/demo/copies";
import { addMonths } from "../../kit/demo/days";
import type { DemoTable } from "../../kit/demo/demo-records";
import { cycled } from "../../kit/demo/random";
import { members, subjects } from "./networks";

const workPlans = [
  { network: "ACCSM_PLUS3", from: "2021-01-01", to: "2026-01-01" },
  { network: "CJK_PPN", from: "2023-04-01", to: "2025-04-01" },
  { network: "ACCSM_PLUS3", from: "2026-01-01", to: "2031-01-01" },
] as const;

/** The states of a project that goes all the way; others have come to one of the first three, or are cancelled. */
const states = ["PROPOSED", "APPROVED", "ONGOING", "COMPLETED"] as const;

/** The projects of the plans that have begun. */
const projects = workPlans.slice(0, 2).flatMap(({ network, from }, plan) =>
  subjects.map((subject, turn) => ({
    plan,
    title: `${subject} (synthetic project)`,
    lead: cycled(members[network], turn + plan),
    from: addMonths(from, 3 + turn),
    to: addMonths(from, 15 + turn),
    reached: states.slice(0, 1 + (turn % 4)),
    isCancelled: turn === 5,
  })),
);

/** The day on which a project of a plan reached its n-th state. */
function dayOfStep(from: string, step: number): string {
  return addMonths(from, [-2, -1, 0, 12][step] ?? 14);
}

/** Work plans with their projects and every step these took. All copies share them: their titles are unique. */
export const workPlanTables: readonly DemoTable[] = [
  {
    table: "work_plan",
    columns: ["id", "synthetic", "network_code", "title", "from_date", "to_date"],
    *rows() {
      for (const [index, { network, from, to }] of workPlans.entries()) {
        const title = `Synthetic work plan from ${from.slice(0, 4)}`;
        yield [syntheticId("work-plan", index, 0), true, network, title, from, to];
      }
    },
  },
  {
    table: "project",
    columns: [
      ...["id", "synthetic", "work_plan_id", "title", "lead_country_code", "lead_agency_code"],
      ...["state", "state_since", "proposed_on", "from_date", "to_date"],
    ],
    *rows() {
      for (const [index, { plan, title, lead, from, to, ...project }] of projects.entries()) {
        const steps = stepsOf(project, from);
        const last = steps.at(-1);
        yield [
          syntheticId("project", index, 0),
          true,
          syntheticId("work-plan", plan, 0),
          title,
          lead.country,
          lead.agency,
          last?.state ?? "PROPOSED",
          last?.on ?? from,
          dayOfStep(from, 0),
          from,
          to,
        ];
      }
    },
  },
  {
    table: "project_state_change",
    columns: ["project_id", "position", "from_state", "to_state", "changed_on", "reason"],
    *rows() {
      for (const [index, { from, ...project }] of projects.entries()) {
        for (const [place, { state, on, before, reason }] of stepsOf(project, from).entries()) {
          yield [syntheticId("project", index, 0), place + 1, before, state, on, reason];
        }
      }
    },
  },
];

function stepsOf(
  { reached, isCancelled }: Pick<(typeof projects)[number], "reached" | "isCancelled">,
  from: string,
) {
  const steps = reached.map((state, step) => ({
    state,
    before: step === 0 ? null : (reached[step - 1] ?? null),
    on: dayOfStep(from, step),
    reason: null as string | null,
  }));
  if (!isCancelled) return steps;
  const [before] = reached.slice(-1);
  const on = dayOfStep(from, reached.length);
  return [
    ...steps,
    { state: "CANCELLED", before: before ?? null, on, reason: "The lead country withdrew." },
  ];
}
