import { dayAfter } from "../day/day";
import { shown } from "../../kit/errors";
import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import type { CooperationErrorCode } from "../error/cooperation-error-code";
import { refusal } from "../error/refusal";
import { type CooperationChange, lockNetwork, lockWithNetwork } from "../network/network.service";
import { Project } from "../project/project";
import { ProjectState } from "../project/project-state";
import { hasTitle } from "../rules/has-title";
import { trimmed } from "../rules/text.rules";
import { WorkPlan } from "./work-plan";
import type { EndWorkPlanInput, OpenWorkPlanInput } from "./work-plan.inputs";
import { checkWorkPlan, checkWorkPlanEnd } from "./work-plan.rules";

type WorkPlanChange<Input extends object> = ChangeDefinition<Input, WorkPlan, CooperationErrorCode>;

const constraints = {
  one_work_plan_a_title: refusal(
    "WORK_PLAN_EXISTS",
    "Expected a title that no work plan of the network has.",
    "title",
  ),
  work_plan_lasts_a_day: refusal("INVALID_PERIOD", "Expected a plan of at least a day.", "to"),
};

/** Records a work plan of a network. */
export const openWorkPlan: WorkPlanChange<OpenWorkPlanInput> = {
  name: "openWorkPlan",
  node: WorkPlan,
  constraints,
  work: async (change, input) => {
    const { network, from, to = null, note } = input;
    change.refuse(checkWorkPlan(input));
    change.settle();
    await lockNetwork(change, network);
    const title = input.title.trim();
    const isFree = !(await hasTitle(change.manager, WorkPlan, { networkCode: network }, title));
    const message = `Expected a title that no work plan of ${network} has, received ${shown(title)}.`;
    change.check(isFree, "WORK_PLAN_EXISTS", message, "input", "title");
    return change.insert(WorkPlan, {
      networkCode: network,
      title,
      from,
      to,
      note: trimmed(note),
    });
  },
};

/** Records when a work plan ends, or moves an end that is still to come. */
export const endWorkPlan: WorkPlanChange<EndWorkPlanInput> = {
  name: "endWorkPlan",
  node: WorkPlan,
  constraints,
  work: async (change, input) => {
    const plan = await lockWithNetwork(change, WorkPlan, input);
    const last = await lastDayPlanned(change, plan.id);
    change.refuse(checkWorkPlanEnd(plan, input.on, last, change.today));
    return change.update(WorkPlan, plan, { to: input.on });
  },
};

/** Until when the projects of a work plan need it. */
async function lastDayPlanned(change: CooperationChange, id: string): Promise<string | null> {
  const projects = await change.findAll(Project, { workPlanId: id });
  const standing = projects.filter(({ state }) => state !== ProjectState.CANCELLED);
  const ends = standing.flatMap(({ proposedOn, stateSince, from, to }) => [
    dayAfter(proposedOn),
    dayAfter(stateSince),
    ...(from === null ? [] : [to ?? dayAfter(from)]),
  ]);
  return ends.sort().at(-1) ?? null;
}
