import type { DemoRecords } from "../../kit/demo/demo-records";
import { eventTables } from "./event-tables";
import { invitationTable } from "./invitations";
import { participationsInOneCopy, trainingTables } from "./training-tables";
import { workPlanTables } from "./work-plans";
import { cooperationMeasures } from "../statistics/cooperation.measures";

/**
 * Synthetic editions of the two published courses with their participants, events of networks with presentations, work
 * plans with projects, and invitations. Counted, the participants give the published numbers of both courses: those of
 * FY1999 and FY2017 and the sums up to these years, of officials and of countries.
 *
 * Nothing else that is published is matched: exchanges, joint trainings, visitors, experts, candidates of other
 * programs and completed projects have no records here. Published events, memberships, chairs and invitations stay as
 * they are, and nothing is added to years whose number of invitations is published.
 *
 * Copies share work plans, projects and invitations.
 */
export const cooperationDemo: DemoRecords = {
  counted: "participations in training",
  inOneCopy: participationsInOneCopy,
  measures: cooperationMeasures,
  tables: (copies) => [
    ...trainingTables(copies),
    ...eventTables(copies),
    ...workPlanTables,
    invitationTable,
  ],
};
