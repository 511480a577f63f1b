import { shown } from "../../kit/errors";
import { code, country, day, id, optional, text } from "../../kit/graphql/input-fields";
import { atTheSameMoment } from "../../kit/rules/rule";
import { trimmed } from "../../kit/rules/text.rules";
import { membershipOn } from "../membership/memberships.service";
import { lockNetwork, lockWithNetwork } from "../network/network.service";
import { adding, changesOf, changing, type CooperationChange } from "../record/cooperation-changes";
import { hasTitle } from "./has-title.service";
import { Project, ProjectState } from "./project";
import { needsMembership, projectRules, stepRules, withinPlanRules } from "./project.rules";
import { ProjectStateChange } from "./project-state-change";
import { WorkPlan } from "./work-plan";

const constraints = {
  one_project_a_title: atTheSameMoment(
    "PROJECT_EXISTS",
    "a title that no project of the work plan has",
    "title",
  ),
  project_state_change_is_allowed: {
    code: "ILLEGAL_STATE_CHANGE" as const,
    message:
      "Expected a state that can follow the present one, received one that the database refuses.",
    path: ["input", "state"],
  },
};

/** What the office records of projects. */
export const projectChanges = changesOf(Project, {
  proposeProject: adding({
    description:
      "Records that a project is proposed. The country that leads it belongs to the network on the day.",
    about: "A project to propose.",
    given: "The project.",
    input: {
      workPlan: id("Id of the work plan."),
      title: text("Its title; no two of a work plan share one."),
      leadCountry: country("The country that is to lead it."),
      leadAgency: optional(id("Code of the agency that is to lead it; null where not known.")),
      proposedOn: optional(day("When it is proposed; default: today in Asia/Tokyo.")),
      from: optional(day("The first day planned.")),
      to: optional(day("The first day after the time planned for it.")),
      note: optional(text("A note on it.")),
    },
    constraints,
    work: async (change, input) => {
      const {
        workPlan: workPlanId,
        leadCountry,
        leadAgency = null,
        from = null,
        to = null,
      } = input;
      const proposedOn = input.proposedOn ?? change.today;
      const values = { ...input, proposedOn };
      change.require(projectRules(values, change.today));
      change.settle();
      const plan = await lockWithNetwork(change, WorkPlan, { id: workPlanId }, "workPlan");
      change.require(withinPlanRules(values, plan));
      const title = trimmed(input.title);
      change.require({
        holds: !(await hasTitle(change, Project, { workPlanId }, title)),
        code: "PROJECT_EXISTS",
        message: `Expected a title that no project of ${shown(plan.title)} has, received ${shown(title)}.`,
        at: "title",
      });
      await requireMember(change, plan, leadCountry, proposedOn, "leadCountry");
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
        note: trimmed(input.note),
      });
      await change.insert(ProjectStateChange, {
        projectId: project.id,
        position: 1,
        fromState: null,
        toState: project.state,
        changedOn: proposedOn,
        reason: null,
      });
      return project;
    },
  }),

  changeProjectState: changing({
    description:
      "Records a step of a project: PROPOSED to APPROVED to ONGOING to COMPLETED, or until then to CANCELLED for a reason.",
    about: "A step of a project from its state to another.",
    given: "The step.",
    input: {
      state: code(ProjectState, "The state after."),
      on: optional(day("The day of the step; default: today in Asia/Tokyo.")),
      reason: optional(text("Why; must be given where a project is cancelled.")),
    },
    constraints,
    work: async (change, input) => {
      const { workPlanId } = await change.read(Project, input.id);
      const plan = await change.read(WorkPlan, workPlanId);
      await lockNetwork(change, plan.networkCode);
      const project = await change.lock(Project, input);
      const { state, reason } = input;
      const on = input.on ?? change.today;
      change.require(stepRules(project, { state, on, reason }, change.today));
      change.settle();
      if (needsMembership(state)) {
        await requireMember(change, plan, project.leadCountryCode, on, "on");
      }
      const steps = await change.manager.count(ProjectStateChange, {
        where: { projectId: project.id },
        comment: "changeProjectState.steps",
      });
      await change.insert(ProjectStateChange, {
        projectId: project.id,
        position: steps + 1,
        fromState: project.state,
        toState: state,
        changedOn: on,
        reason: trimmed(reason),
      });
      return change.update(Project, project, { state, stateSince: on });
    },
  }),
});

/** The country that leads a project belongs to the network on a day. */
async function requireMember(
  change: CooperationChange,
  { networkCode }: WorkPlan,
  leadCountry: string,
  on: string,
  at: string,
): Promise<void> {
  const membership = await membershipOn(change.manager, networkCode, leadCountry, on);
  change.require({
    holds: membership !== undefined,
    code: "NOT_A_MEMBER",
    message: `Expected a country that belongs to ${networkCode} on ${on}, received ${leadCountry}.`,
    at,
  });
}
