import { shown } from "../../kit/errors";
import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import type { CooperationErrorCode } from "../error/cooperation-error-code";
import { refusal } from "../error/refusal";
import { membershipOn } from "../membership/membership-on";
import { type CooperationChange, lockNetwork, lockWithNetwork } from "../network/network.service";
import { hasTitle } from "../rules/has-title";
import { trimmed } from "../rules/text.rules";
import { WorkPlan } from "../work-plan/work-plan";
import { Project } from "./project";
import type { ChangeProjectStateInput, ProposeProjectInput } from "./project.inputs";
import { checkProject, checkStep, checkWithinPlan } from "./project.rules";
import { needsMembership, ProjectState } from "./project-state";
import { ProjectStateChange } from "./project-state-change";

type ProjectChange<Input extends object> = ChangeDefinition<Input, Project, CooperationErrorCode>;

const constraints = {
  one_project_a_title: refusal(
    "PROJECT_EXISTS",
    "Expected a title that no project of the work plan has.",
    "title",
  ),
  project_state_change_is_allowed: refusal(
    "ILLEGAL_STATE_CHANGE",
    "Expected a state that may follow.",
    "state",
  ),
};

/** Records that a project is proposed: its first step. */
export const proposeProject: ProjectChange<ProposeProjectInput> = {
  name: "proposeProject",
  node: Project,
  constraints,
  work: async (change, input) => {
    const {
      workPlan: workPlanId,
      leadCountry,
      leadAgency = null,
      from = null,
      to = null,
      note,
    } = input;
    const proposedOn = input.proposedOn ?? change.today;
    const { title: given } = input;
    const values = { title: given, leadCountry, leadAgency, proposedOn, from, to, note };
    change.refuse(checkProject(values, change.today));
    change.settle();
    const path = ["input", "workPlan"];
    const plan = await lockWithNetwork(change, WorkPlan, { id: workPlanId }, ...path);
    change.refuse(checkWithinPlan(values, plan));
    const title = given.trim();
    await checkTitleFree(change, plan, title);
    await checkLeadBelongs(change, plan, leadCountry, proposedOn, "leadCountry");
    const project = await change.insert(Project, {
      workPlanId,
      title,
      leadCountryCode: leadCountry,
      leadAgencyCode: leadAgency,
      state: ProjectState.PROPOSED,
      stateSince: proposedOn,
      proposedOn,
      from,
      to,
      note: trimmed(note),
    });
    await keepStep(change, project.id, 1, null, project.state, proposedOn, null);
    return project;
  },
};

/** Records a step of a project; every step is kept. */
export const changeProjectState: ProjectChange<ChangeProjectStateInput> = {
  name: "changeProjectState",
  node: Project,
  constraints,
  work: async (change, input) => {
    const plan = await planOf(change, input.id);
    if (plan) await lockNetwork(change, plan.networkCode);
    const project = await change.lock(Project, input);
    const { state, reason } = input;
    const on = input.on ?? change.today;
    change.refuse(checkStep(project, { state, on, reason }, change.today));
    change.settle();
    if (plan && needsMembership(state)) {
      await checkLeadBelongs(change, plan, project.leadCountryCode, on, "on");
    }
    const steps = await change.manager.count(ProjectStateChange, {
      where: { projectId: project.id },
      comment: "changeProjectState.steps",
    });
    const why = trimmed(reason);
    await keepStep(change, project.id, steps + 1, project.state, state, on, why);
    return change.update(Project, project, { state, stateSince: on });
  },
};

async function planOf(change: CooperationChange, projectId: string): Promise<WorkPlan | null> {
  return change.manager
    .createQueryBuilder(WorkPlan, "plan")
    .comment("changeProjectState.plan")
    .innerJoin(Project, "project", "project.workPlanId = plan.id")
    .where("project.id = :projectId", { projectId })
    .getOne();
}

async function keepStep(
  change: CooperationChange,
  projectId: string,
  position: number,
  fromState: ProjectState | null,
  toState: ProjectState,
  changedOn: string,
  reason: string | null,
): Promise<void> {
  const step = { projectId, position, fromState, toState, changedOn, reason };
  await change.insert(ProjectStateChange, step);
}

async function checkTitleFree(
  change: CooperationChange,
  plan: WorkPlan,
  title: string,
): Promise<void> {
  const isFree = !(await hasTitle(change.manager, Project, { workPlanId: plan.id }, title));
  const message = `Expected a title that no project of ${shown(plan.title)} has, received ${shown(title)}.`;
  change.check(isFree, "PROJECT_EXISTS", message, "input", "title");
}

async function checkLeadBelongs(
  change: CooperationChange,
  { networkCode }: WorkPlan,
  country: string,
  day: string,
  field: string,
): Promise<void> {
  const membership = await membershipOn(change.manager, networkCode, country, day);
  const message = `Expected a country that belongs to ${networkCode} on ${day}, received ${country}.`;
  change.check(membership !== undefined, "NOT_A_MEMBER", message, "input", field);
}
