import { DeclaredList } from "../../kit/record/declared-list";
import { rowsBy } from "../../kit/record/by-key";
import { networkCodes } from "../network/network";
import { Project } from "./project";
import { ProjectStateChange } from "./project-state-change";

/** All projects, earliest proposed first. */
export const projects = new DeclaredList(Project, {
  plural: "projects",
  filters: {
    network: {
      description: "By code of the network.",
      sql: "(SELECT w.network_code FROM work_plan w WHERE w.id = t.work_plan_id)",
      type: "text",
      codes: networkCodes,
    },
  },
  order: ["PROPOSED_ON"],
  ordered: "earliest proposed first",
  known: { table: "project" },
});

/** The steps of projects, earliest first, by project. */
export const stateChangesByProjectId = rowsBy(
  "stateChangesByProjectId",
  ProjectStateChange,
  "projectId",
  { order: { position: "ASC" } },
);
