import { Agency } from "../../catalog/agency/agency";
import { Country } from "../../catalog/country/country";
import { fieldsOf, queries } from "../../kit/record/declared-fields";
import { many, one } from "../../kit/record/declared-relations";
import { loaded, oneKnownByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { records } from "../record/policies";
import { Project } from "./project";
import { projectChanges } from "./project.changes";
import { projects, stateChangesByProjectId } from "./project.list";
import { ProjectStateChange } from "./project-state-change";
import { WorkPlan } from "./work-plan";
import { workPlans } from "./work-plan.list";

const ofWorkPlan = projects.by("work_plan_id");
const ledByCountry = projects.by("lead_country_code");
const ledByAgency = projects.by("lead_agency_code");
const description = "The cooperation projects it leads.";

projects.relatesTo({
  workPlanIs: one(workPlans, {
    key: "work_plan_id",
    description: "By the work plan itself, not its id alone.",
  }),
});
workPlans.relatesTo({
  projects: many(projects, { toKey: "work_plan_id", description: "By its projects." }),
});

/** Projects of work plans. */
export const projectModule: Module = {
  entities: [Project, ProjectStateChange],
  resolvers: [
    queries({
      project: oneKnownByKey(
        Project,
        "The project with this id; null where there is none.",
        "Its id.",
      ),
      projects: projects.all({
        description: "The projects of all work plans, earliest proposed first.",
      }),
    }),
    fieldsOf(WorkPlan, {
      projects: ofWorkPlan.all(({ id }: WorkPlan) => id, {
        nullable: false,
        description: "Its projects.",
      }),
    }),
    fieldsOf(Project, {
      stateChanges: loaded(
        () => [ProjectStateChange],
        "Every step it took, earliest first.",
        stateChangesByProjectId,
        ({ id }: Project) => id,
      ),
    }),
    fieldsOf(Country, {
      projectsLed: ledByCountry.all(({ code }: Country) => code, { description }),
    }),
    fieldsOf(Agency, {
      projectsLed: ledByAgency.all(({ code }: Agency) => code, { description }),
    }),
    projectChanges,
  ],
  access: { Project: records, ProjectStateChange: records },
  // Each of five states is entered once at most.
  listSizes: { "Project.stateChanges": 5 },
  writable: { project: "INSERT, UPDATE", project_state_change: "INSERT" },
};
