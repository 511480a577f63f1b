import { published, sharedAccess } from "../catalog/access";
import { open, personal } from "../kit/access/policies";
import type { DeclaredAccess } from "../kit/access/with-access";

const records = open("recruitment:records");
const changes = open("recruitment:changes");
const persons = personal("recruitment:persons");
const evaluations = personal("recruitment:evaluations");
/** Also a municipality that was granted the external personnel list; row rules say which rows. */
const profiles = personal("recruitment:persons", "recruitment:profiles");
const ownRequests = open("recruitment:records", "recruitment:profiles");

/** Who may see what of municipal DX recruitment. */
export const recruitmentAccess: DeclaredAccess = {
  ...sharedAccess,
  Mutation: changes,
  RecruitmentUserError: changes,

  Municipality: published,
  Prefecture: published,
  SkillCategory: published,
  SkillStandard: published,
  Solicitation: published,

  RecruitmentTrainingCourse: records,
  ListRequest: ownRequests,
  "Query.listRequest": records,
  "Query.listRequests": records,

  Applicant: persons,
  Application: persons,
  CandidateEnrolment: persons,
  Evaluation: evaluations,
  EvaluationScore: evaluations,
  Evaluator: persons,
  StageTransition: persons,

  ListedPerson: profiles,
  "ListedPerson.applicant": persons,
  Registration: profiles,
  "Registration.applicant": persons,
  "Registration.application": persons,
  "Registration.engagements": persons,
  "Registration.removalReason": persons,
  "Query.registration": persons,
  "Query.registrationHistory": persons,
  "Query.registrations": persons,
  "SkillCategory.registrations": persons,
  Engagement: profiles,
  "Engagement.applicant": persons,
  "Query.engagement": persons,
  "Query.engagementHistory": persons,
  "Query.engagements": persons,
};
