import { In } from "typeorm";
import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader } from "../../kit/request-context";
import { recordById } from "../loader/record-by-id";
import { Project } from "./project";
import { ProjectStateChange } from "./project-state-change";

/** Projects by id; `null` for an id without one. */
export const projectById = recordById(Project, "projectById");

/** The steps of projects, earliest first, by project. */
export const stateChangesByProjectId: DatabaseLoader<string, ProjectStateChange[]> = {
  name: "stateChangesByProjectId",
  batch: async (ids, database) => {
    const changes = await database.getRepository(ProjectStateChange).find({
      where: { projectId: In([...ids]) },
      order: { position: "ASC" },
      comment: "stateChangesByProjectId",
    });
    return rowsOfKeys(ids, changes, ({ projectId }) => projectId);
  },
};
