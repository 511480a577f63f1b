import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** How far a project has come. */
export enum ProjectState {
  PROPOSED = "PROPOSED",
  APPROVED = "APPROVED",
  ONGOING = "ONGOING",
  COMPLETED = "COMPLETED",
  CANCELLED = "CANCELLED",
}

registerEnumType(ProjectState, {
  name: "ProjectState",
  description:
    "How far a project has come: PROPOSED, APPROVED, ONGOING, COMPLETED in this order; until it is completed it can be CANCELLED.",
  valuesConfig: {
    PROPOSED: { description: "Proposed by the country that is to lead it." },
    APPROVED: { description: "Approved by the network." },
    ONGOING: { description: "Under way." },
    COMPLETED: { description: "Completed." },
    CANCELLED: { description: "Given up, for a reason." },
  },
});

/** Which states may follow each. */
export const nextStates: Readonly<Record<ProjectState, readonly ProjectState[]>> = {
  [ProjectState.PROPOSED]: [ProjectState.APPROVED, ProjectState.CANCELLED],
  [ProjectState.APPROVED]: [ProjectState.ONGOING, ProjectState.CANCELLED],
  [ProjectState.ONGOING]: [ProjectState.COMPLETED, ProjectState.CANCELLED],
  [ProjectState.COMPLETED]: [],
  [ProjectState.CANCELLED]: [],
};

/** Whether only a country that belongs to the network leads a project into this state. */
export function needsMembership(state: ProjectState): boolean {
  return state === ProjectState.APPROVED || state === ProjectState.ONGOING;
}

/** Filter on {@link ProjectState}. */
export const ProjectStateFilter = enumFilter(ProjectState, "ProjectStateFilter");
