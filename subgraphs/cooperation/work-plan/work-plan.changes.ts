import { shown } from "../../kit/errors";
import { day, id, optional, text } from "../../kit/graphql/input-fields";
import { dayAfter } from "../../kit/rules/period";
import { atTheSameMoment } from "../../kit/rules/rule";
import { trimmed } from "../../kit/rules/text.rules";
import { lockNetwork, lockWithNetwork } from "../network/network.service";
import { adding, changesOf, changing, type CooperationChange } from "../record/cooperation-changes";
import { hasTitle } from "./has-title.service";
import { Project, ProjectState } from "./project";
import { WorkPlan } from "./work-plan";
import { workPlanEndRules, workPlanRules } from "./work-plan.rules";

const constraints = {
  one_work_plan_a_title: atTheSameMoment(
    "WORK_PLAN_EXISTS",
    "a title that no work plan of the network has",
    "title",
  ),
  work_plan_lasts_a_day: {
    code: "INVALID_PERIOD",
    message: "Expected a plan of at least a day.",
    path: ["input", "to"],
  },
} as const;

/** What the office records of work plans. */
export const workPlanChanges = changesOf(WorkPlan, {
  openWorkPlan: adding({
    description: "Records a work plan of a network.",
    about: "A work plan to record.",
    given: "The work plan.",
    input: {
      network: id("Code of the network."),
      title: text("Its title; no two of a network share one."),
      from: day("The first day."),
      to: optional(day("The first day on which it no longer holds; null where open.")),
      note: optional(text("A note on it.")),
    },
    constraints,
    work: async (change, input) => {
      const { network, from, to = null, note } = input;
      change.require(workPlanRules(input));
      change.settle();
      await lockNetwork(change, network);
      const title = trimmed(input.title);
      change.require({
        holds: !(await hasTitle(change, WorkPlan, { networkCode: network }, title)),
        code: "WORK_PLAN_EXISTS",
        message: `Expected a title that no work plan of ${network} has, received ${shown(title)}.`,
        at: "title",
      });
      const values = { networkCode: network, title, from, to, note: trimmed(note) };
      return change.insert(WorkPlan, values);
    },
  }),

  endWorkPlan: changing({
    description: "Records when a work plan ends, or moves an end that is still to come.",
    about: "The end of a work plan.",
    given: "The end.",
    input: { on: day("The first day on which it no longer holds.") },
    constraints,
    work: async (change, input) => {
      const plan = await lockWithNetwork(change, WorkPlan, input);
      const last = await lastDayPlanned(change, plan.id);
      change.require(workPlanEndRules(plan, input.on, last, change.today));
      return change.update(WorkPlan, plan, { to: input.on });
    },
  }),
});

/** Until when the projects of a work plan need it. */
async function lastDayPlanned(
  change: CooperationChange,
  workPlanId: string,
): Promise<string | null> {
  const projects = await change.findAll(Project, { workPlanId });
  const standing = projects.filter(({ state }) => state !== ProjectState.CANCELLED);
  const ends = standing.flatMap(({ proposedOn, stateSince, from, to }) => [
    dayAfter(proposedOn),
    dayAfter(stateSince),
    ...(from === null ? [] : [to ?? dayAfter(from)]),
  ]);
  return ends.sort().at(-1) ?? null;
}
