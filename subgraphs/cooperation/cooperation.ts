import { join } from "node:path";
import { catalogModule } from "../catalog/catalog.module";
import { Country } from "../catalog/country/country";
import {
  figuresByCountryCode,
  PublishedFigureArguments,
  PublishedFigureConnection,
} from "../catalog/published-figure/published-figure.list";
import { sharedReferences } from "../catalog/shared-schema";
import { recordChangesModule } from "../kit/changes/record-changes.module";
import { loadFactsWith } from "../kit/facts/load-facts";
import { fieldsOf } from "../kit/record/declared-fields";
import { composed, type Module } from "../kit/subgraph/module";
import type { SubgraphDefinition } from "../kit/subgraph/subgraph-definition";
import { NetworkChair } from "./chair/network-chair";
import { networkChairModule } from "./chair/network-chair.module";
import { readCooperationFacts } from "./cooperation.facts";
import { NetworkEvent } from "./event/network-event";
import { NetworkEventParticipation } from "./event/network-event-participation";
import { NetworkEventPresentation } from "./event/network-event-presentation";
import { networkEventModule } from "./event/network-event.module";
import { Invitation } from "./invitation/invitation";
import { invitationModule } from "./invitation/invitation.module";
import { NetworkMembership } from "./membership/network-membership";
import { networkMembershipModule } from "./membership/network-membership.module";
import { PublishedFacts1790000000000 } from "./migrations/1790000000000-published-facts";
import { Records1790100000000 } from "./migrations/1790100000000-records";
import { PublishedRows1790130000000 } from "./migrations/1790130000000-published-rows";
import { TextForms1790310000000 } from "./migrations/1790310000000-text-forms";
import { TwoLanguages1790360000000 } from "./migrations/1790360000000-two-languages";
import { RecordHistories1790510000000 } from "./migrations/1790510000000-record-histories";
import { networkModule } from "./network/network.module";
import { changes, persons, records } from "./record/policies";
import {
  cooperationMeasures,
  cooperationStatisticsModule,
} from "./statistics/cooperation.measures";
import { trainingCourseModule } from "./training-course/training-course.module";
import { TrainingEdition } from "./training-edition/training-edition";
import { trainingEditionModule } from "./training-edition/training-edition.module";
import { TrainingParticipation } from "./training-edition/training-participation";
import { Project } from "./work-plan/project";
import { ProjectStateChange } from "./work-plan/project-state-change";
import { projectModule } from "./work-plan/project.module";
import { WorkPlan } from "./work-plan/work-plan";
import { workPlanModule } from "./work-plan/work-plan.module";

/** The published figures of a country. */
const figuresModule: Module = {
  resolvers: [
    fieldsOf(Country, {
      cooperationFigures: {
        type: () => PublishedFigureConnection,
        nullable: true,
        description: "Published figures on cooperation that are split by country, for this one.",
        arguments: PublishedFigureArguments,
        find: ({ code }, list, context) =>
          new PublishedFigureConnection(figuresByCountryCode(context, code, list)),
      },
    }),
  ],
};

/** Cooperation networks, training and invitations. */
const modules = [
  catalogModule("cooperation", "international cooperation, training and invitations"),
  networkModule,
  networkMembershipModule,
  networkChairModule,
  networkEventModule,
  workPlanModule,
  projectModule,
  trainingCourseModule,
  trainingEditionModule,
  invitationModule,
  figuresModule,
  cooperationStatisticsModule,
  recordChangesModule("cooperation", { records, persons, changes }, [
    { type: NetworkMembership },
    { type: NetworkChair },
    { type: NetworkEvent },
    { type: NetworkEventParticipation },
    { type: NetworkEventPresentation, access: persons },
    { type: WorkPlan },
    { type: Project, parts: [ProjectStateChange] },
    { type: TrainingEdition },
    { type: TrainingParticipation },
    { type: Invitation },
  ]),
  {
    access: { Mutation: changes, CooperationUserError: changes },
    readable: { published: { history_start: "all" } },
  },
] satisfies readonly Module[];

/** The subgraph of cooperation networks, training and invitations. */
export const cooperation: SubgraphDefinition = {
  name: "cooperation",
  ...composed(modules),
  references: sharedReferences("cooperation"),
  migrations: [
    PublishedFacts1790000000000,
    Records1790100000000,
    PublishedRows1790130000000,
    TextForms1790310000000,
    TwoLanguages1790360000000,
    RecordHistories1790510000000,
  ],
  measures: cooperationMeasures,
  dataDirectory: join(__dirname, "data"),
  loadFacts: loadFactsWith(readCooperationFacts),
};
