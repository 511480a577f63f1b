import { Client } from "pg";
import { tableContents } from "../kit/database/table-contents.fixture";
import type { RecruitmentErrorCode } from "./record/recruitment-error-code";

/** A subgraph that answers, as the tests start it. */
interface Answering {
  readonly ownerUrl: string;
  execute(
    query: string,
    variables?: object,
  ): Promise<{ readonly data: unknown; readonly statements: string[] }>;
}

/** A record as the mutations answer it; what it has depends on its type. */
export interface MinistryRecord {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

interface Refused {
  readonly code: RecruitmentErrorCode;
  readonly message: string;
  readonly path: readonly string[];
}

/** The answer of a mutation. */
export interface Outcome {
  readonly node: MinistryRecord | null;
  readonly userErrors: readonly Refused[];
  readonly statements: readonly string[];
}

const application = `application { id version synthetic stage receivedAt receivedOn decidedOn
  categories { code } selectedCategories { code } stages { number stage on reason by }
  registrations { id version from to category { code } } }`;
const enrolment =
  "candidateEnrolment { id version synthetic state enrolledOn endedOn failureReason application { id stage } course { id } }";
const registration =
  "registration { id version synthetic from to removalReason category { code } }";
const request =
  "listRequest { id version synthetic state requestedOn decidedOn refusalReason municipality { code } }";
const applicant = "applicant { id version synthetic applicantNumber name nameKana nameEn }";
const evaluator = "evaluator { id version synthetic evaluatorNumber name affiliation }";
const course = `recruitmentTrainingCourse { id version synthetic courseCode subject title
  startsOn endsOn fiscalYear { year } }`;
const evaluation = `evaluation { id version synthetic verdict comment evaluatedOn category { code }
  evaluator { id } application { id stage } scores { criterion score } }`;
const engagement = `engagement { id version synthetic role daysPerMonth from to agreedTo endReason
  cancelledOn cancellationReason
  municipality { code } registration { id } applicant { id } }`;
const solicitation = `solicitation { version synthetic opensOn closesOn closedOn note source { id }
  fiscalYear { year } agency { code } categories { code } }`;

const answers = {
  openSolicitation: solicitation,
  closeSolicitation: solicitation,
  registerApplicant: applicant,
  submitApplication: application,
  withdrawApplication: application,
  selectApplication: application,
  rejectApplication: application,
  registerEvaluator: evaluator,
  recordEvaluation: evaluation,
  openRecruitmentTrainingCourse: course,
  enrolCandidate: enrolment,
  completeCandidateTraining: enrolment,
  failCandidateTraining: enrolment,
  registerOnList: application,
  removeFromList: registration,
  requestList: request,
  grantListRequest: request,
  refuseListRequest: request,
  startEngagement: engagement,
  cancelEngagement: engagement,
  endEngagement: engagement,
  extendSolicitation: solicitation,
  correctSolicitation: solicitation,
  takeBackSolicitation: solicitation,
  correctApplicant: applicant,
  takeBackApplicant: applicant,
  correctEvaluator: evaluator,
  takeBackEvaluator: evaluator,
  correctRecruitmentTrainingCourse: course,
  takeBackRecruitmentTrainingCourse: course,
  correctRegistration: registration,
  takeBackRegistration: registration,
  correctEngagement: engagement,
  takeBackEngagement: engagement,
  correctListRequest: request,
  takeBackListRequest: request,
  correctApplication: application,
  takeBackApplication: application,
  correctEvaluation: evaluation,
  takeBackEvaluation: evaluation,
  correctCandidateEnrolment: enrolment,
  takeBackCandidateEnrolment: enrolment,
} as const;

/** A mutation of the ministry. */
export type MinistryMutation = keyof typeof answers;

const tables = [
  "solicitation",
  "solicitation_category",
  "applicant",
  "application",
  "application_category",
  "selected_category",
  "stage_transition",
  "evaluator",
  "evaluation",
  "evaluation_score",
  "recruitment_training_course",
  "candidate_enrolment",
  "registration",
  "list_request",
  "engagement",
  "change_record",
];

/** The ministry at work, for tests: sends its mutations and looks into its tables as their owner. */
export class Ministry {
  private constructor(
    private readonly subgraph: Answering,
    /** Connected as the role that owns the tables. */
    readonly owner: Client,
  ) {}

  /** A ministry that works with a subgraph; close it before the subgraph stops. */
  static async of(subgraph: Answering): Promise<Ministry> {
    const owner = new Client({ connectionString: subgraph.ownerUrl });
    await owner.connect();
    return new Ministry(subgraph, owner);
  }

  /** Sends a mutation. */
  async send(mutation: MinistryMutation, input: object): Promise<Outcome> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { answer: ${mutation}(input: $input) {
      ${answers[mutation]} userErrors { code message path } } }`;
    const { data, statements } = await this.subgraph.execute(query, { input });
    const { answer } = data as { answer: { readonly userErrors: readonly Refused[] } };
    const { userErrors, ...nodes } = answer;
    const [node = null] = Object.values<MinistryRecord | null>(nodes);
    return { node, userErrors, statements };
  }

  /** Sends a mutation that must succeed; the record it gives. */
  async make(mutation: MinistryMutation, input: object): Promise<MinistryRecord> {
    const { node, userErrors } = await this.send(mutation, input);
    if (node && userErrors.length === 0) return node;
    throw new Error(
      `${mutation} ${JSON.stringify(input)} was refused: ${JSON.stringify(userErrors)}`,
    );
  }

  /**
   * Sends a mutation that must be refused; each refusal as `CODE field`, in order. Throws where something was written
   * all the same, or where a node was answered.
   */
  async refused(mutation: MinistryMutation, input: object): Promise<string[]> {
    const before = await this.everything();
    const { node, userErrors } = await this.send(mutation, input);
    if (node) throw new Error(`${mutation} ${JSON.stringify(input)} was not refused`);
    if ((await this.everything()) !== before) throw new Error(`${mutation} wrote something`);
    return userErrors.map(({ code, path }) => `${code} ${path.slice(1).join(".")}`);
  }

  /** How many outcomes each code has when a mutation is sent many times at once; `OK` where it succeeded. */
  async race(
    mutation: MinistryMutation,
    inputs: readonly object[],
  ): Promise<Record<string, number>> {
    const outcomes = await Promise.all(inputs.map((input) => this.send(mutation, input)));
    const counts: Record<string, number> = {};
    for (const { userErrors } of outcomes) {
      const code = userErrors.map((error) => error.code).join() || "OK";
      counts[code] = (counts[code] ?? 0) + 1;
    }
    return counts;
  }

  /** The message of a statement that the owner of the tables is refused. */
  async violated(sql: string, parameters: readonly unknown[] = []): Promise<string> {
    return this.owner.query(sql, [...parameters]).then(
      () => "nothing",
      (error: unknown) =>
        (error as { constraint?: string; message: string }).constraint ?? String(error),
    );
  }

  /** Ends the connection. */
  close(): Promise<void> {
    return this.owner.end();
  }

  /** All that its tables hold. */
  everything(): Promise<string> {
    return tableContents(this.owner, tables);
  }
}
