import { join } from "node:path";
import { areaFiguresResolvers } from "../catalog/published-figure/area-figures.resolver";
import { areaDiscrepanciesResolver } from "../catalog/reconciliation/area-discrepancies.resolver";
import { sharedEntities, sharedReferences, sharedResolvers } from "../catalog/shared-schema";
import { sharedTables } from "../catalog/shared-tables";
import { loadFactsWith } from "../kit/facts/load-facts";
import { cooperationAccess, cooperationPersons } from "./access";
import { cooperationListSizes } from "./list-sizes";
import type { SubgraphDefinition } from "../kit/subgraph/subgraph-definition";
import { AgencyCooperationResolver } from "./agency/agency-cooperation.resolver";
import { NetworkChair } from "./chair/network-chair";
import { NetworkChairChangesResolver } from "./chair/network-chair-changes.resolver";
import { NetworkChairResolver } from "./chair/network-chair.resolver";
import { readCooperationFacts } from "./cooperation.facts";
import { CountryCooperationResolver } from "./country/country-cooperation.resolver";
import { eventImport } from "./event/event.import";
import { NetworkEvent } from "./event/network-event";
import { NetworkEventParticipation } from "./event/network-event-participation";
import { NetworkEventPresentation } from "./event/network-event-presentation";
import {
  NetworkEventParticipationResolver,
  NetworkEventPresentationResolver,
} from "./event/network-event-children.resolver";
import { NetworkEventChangesResolver } from "./event/network-event-changes.resolver";
import { NetworkEventResolver } from "./event/network-event.resolver";
import { FiscalYearCooperationResolver } from "./fiscal-year/fiscal-year-cooperation.resolver";
import { Invitation } from "./invitation/invitation";
import { InvitationChangesResolver } from "./invitation/invitation-changes.resolver";
import { InvitationResolver } from "./invitation/invitation.resolver";
import { membershipImport } from "./membership/membership.import";
import { NetworkMembership } from "./membership/network-membership";
import { NetworkMembershipChangesResolver } from "./membership/network-membership-changes.resolver";
import { NetworkMembershipResolver } from "./membership/network-membership.resolver";
import { PublishedFacts1790000000000 } from "./migrations/1790000000000-published-facts";
import { Records1790100000000 } from "./migrations/1790100000000-records";
import { PublishedRows1790130000000 } from "./migrations/1790130000000-published-rows";
import { TextForms1790310000000 } from "./migrations/1790310000000-text-forms";
import { Network } from "./network/network";
import { NetworkResolver } from "./network/network.resolver";
import { Project } from "./project/project";
import { ProjectStateChange } from "./project/project-state-change";
import { ProjectChangesResolver } from "./project/project-changes.resolver";
import { ProjectResolver } from "./project/project.resolver";
import { TrainingCourse } from "./training-course/training-course";
import { TrainingCourseResolver } from "./training-course/training-course.resolver";
import { TrainingEdition } from "./training-edition/training-edition";
import { TrainingEditionChangesResolver } from "./training-edition/training-edition-changes.resolver";
import { TrainingEditionResolver } from "./training-edition/training-edition.resolver";
import { TrainingParticipation } from "./training-edition/training-participation";
import { TrainingParticipationResolver } from "./training-edition/training-participation.resolver";
import { WorkPlan } from "./work-plan/work-plan";
import { WorkPlanChangesResolver } from "./work-plan/work-plan-changes.resolver";
import { WorkPlanResolver } from "./work-plan/work-plan.resolver";
import { cooperationMeasures } from "./statistics/cooperation.measures";
import {
  CooperationStatisticsResolver,
  CooperationStatisticsRowResolver,
} from "./statistics/cooperation-statistics.resolver";

/** What the published figures are about. */
const subject = "international cooperation, training and invitations";

/** The subgraph of cooperation networks, training and invitations. */
export const cooperation: SubgraphDefinition = {
  name: "cooperation",
  resolvers: [
    ...sharedResolvers,
    ...areaFiguresResolvers("cooperation", subject),
    areaDiscrepanciesResolver("cooperation", subject),
    NetworkResolver,
    NetworkMembershipResolver,
    NetworkMembershipChangesResolver,
    NetworkChairResolver,
    NetworkChairChangesResolver,
    NetworkEventResolver,
    NetworkEventChangesResolver,
    NetworkEventParticipationResolver,
    NetworkEventPresentationResolver,
    WorkPlanResolver,
    WorkPlanChangesResolver,
    ProjectResolver,
    ProjectChangesResolver,
    TrainingCourseResolver,
    TrainingEditionResolver,
    TrainingEditionChangesResolver,
    TrainingParticipationResolver,
    InvitationResolver,
    InvitationChangesResolver,
    CountryCooperationResolver,
    AgencyCooperationResolver,
    FiscalYearCooperationResolver,
    CooperationStatisticsResolver,
    CooperationStatisticsRowResolver,
  ],
  references: sharedReferences,
  access: cooperationAccess,
  persons: cooperationPersons,
  listSizes: cooperationListSizes,
  entities: [
    ...sharedEntities,
    Network,
    NetworkMembership,
    NetworkChair,
    NetworkEvent,
    NetworkEventParticipation,
    NetworkEventPresentation,
    WorkPlan,
    Project,
    ProjectStateChange,
    TrainingCourse,
    TrainingEdition,
    TrainingParticipation,
    Invitation,
  ],
  migrations: [
    PublishedFacts1790000000000,
    Records1790100000000,
    PublishedRows1790130000000,
    TextForms1790310000000,
  ],
  writableTables: {
    network_membership: "INSERT, UPDATE",
    network_chair: "INSERT, UPDATE",
    network_event: "INSERT, UPDATE",
    network_event_participation: "INSERT, UPDATE",
    network_event_presentation: "INSERT, UPDATE",
    work_plan: "INSERT, UPDATE",
    project: "INSERT, UPDATE",
    project_state_change: "INSERT",
    training_edition: "INSERT, UPDATE",
    training_participation: "INSERT, UPDATE",
    invitation: "INSERT, UPDATE",
  },
  publishedTables: {
    ...sharedTables,
    invitation: "sourced",
    network: "all",
    network_chair: "sourced",
    network_event: "sourced",
    network_event_participation: { parent: "network_event", by: "event_id" },
    network_membership: "sourced",
    training_course: "all",
  },
  statisticsTables: { training_edition: "all", training_participation: "all" },
  measures: cooperationMeasures,
  dataDirectory: join(__dirname, "data"),
  loadFacts: loadFactsWith(readCooperationFacts),
  imports: [membershipImport, eventImport],
};
