import { published, sharedAccess } from "../catalog/access";
import { type DeclaredPersons, personBy } from "../kit/access/persons-seen";
import { open, personal } from "../kit/access/policies";
import type { DeclaredAccess } from "../kit/access/with-access";
import type { RequestContext } from "../kit/request-context";
import type { NetworkEventPresentation } from "./event/network-event-presentation";

const records = open("cooperation:records");
const changes = open("cooperation:changes");

/** Who may see what of cooperation networks. */
export const cooperationAccess: DeclaredAccess = {
  ...sharedAccess,
  Mutation: changes,
  CooperationUserError: changes,

  CooperationStatistics: published,
  CooperationStatisticsRow: published,

  // Of what is published, the office's own words and the count of its changes are for those who see its records.
  Invitation: published,
  "Invitation.declineReason": records,
  "Invitation.version": records,
  Network: published,
  NetworkChair: published,
  "NetworkChair.endReason": records,
  "NetworkChair.version": records,
  NetworkEvent: published,
  "NetworkEvent.cancellationReason": records,
  "NetworkEvent.version": records,
  NetworkMembership: published,
  "NetworkMembership.endReason": records,
  "NetworkMembership.endRecorded": records,
  "NetworkMembership.version": records,
  TrainingCourse: published,

  NetworkEventParticipation: records,
  NetworkEventPresentation: records,
  "NetworkEventPresentation.presenterName": personal("cooperation:persons"),
  Project: records,
  ProjectStateChange: records,
  TrainingEdition: records,
  TrainingParticipation: records,
  WorkPlan: records,
};

/** Whom presentations are about, where it is told who gives them. */
export const cooperationPersons: DeclaredPersons<RequestContext> = {
  "NetworkEventPresentation.presenterName": personBy(
    "id" satisfies keyof NetworkEventPresentation,
    (id) => `presentation:${id}`,
  ),
};
