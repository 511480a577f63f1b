import type { Ministry, MinistryRecord } from "./ministry.fixture";

/** Municipalities for tests: two cities, a ward of one, a village of the Northern Territories, and a town that is no more. */
export const municipalities = {
  city: "011002",
  otherCity: "131016",
  ward: "011011",
  northernVillage: "016951",
  formerTown: "990019",
} as const;

/** Adds the municipalities that the database lacks. */
export async function addMunicipalities({ owner }: Ministry): Promise<void> {
  await owner.query(
    `INSERT INTO municipality (code, name_ja, kana, kind, city_code, to_date, source_id)
     VALUES ('011002', '札幌市', 'さっぽろし', 'CITY', NULL, NULL, 'seed-mic'),
            ('131016', '千代田区', 'ちよだく', 'SPECIAL_WARD', NULL, NULL, 'seed-mic'),
            ('011011', '札幌市中央区', 'さっぽろしちゅうおうく', 'WARD', '011002', NULL, 'seed-mic'),
            ('990019', '旧試験町', 'きゅうしけんちょう', 'TOWN', NULL, '2020-01-01', 'seed-mic')
     ON CONFLICT DO NOTHING`,
  );
}

/** Brings persons as far as a test needs, in the published solicitation of FY2023. */
export class Candidates {
  private count = 0;

  constructor(private readonly ministry: Ministry) {}

  /** A number of its own for each record. */
  number(kind: string): string {
    this.count += 1;
    return `${kind}-${String(this.count).padStart(4, "0")}`;
  }

  /** A person. */
  applicant(): Promise<MinistryRecord> {
    const applicantNumber = this.number("A");
    const nameKana = `シケン ${applicantNumber}`;
    return this.ministry.make("registerApplicant", {
      applicantNumber,
      name: "試験 花子",
      nameKana,
    });
  }

  /** A member of the committee. */
  evaluator(): Promise<MinistryRecord> {
    const evaluatorNumber = this.number("E");
    const values = { name: "試験 太郎", affiliation: "Test University" };
    return this.ministry.make("registerEvaluator", { evaluatorNumber, ...values });
  }

  /** An application of a person of its own, received on 20 December 2023. */
  async submitted(categories = ["PRODUCER"]): Promise<MinistryRecord> {
    const { id: applicant } = await this.applicant();
    const receivedAt = "2023-12-20T10:00:00+09:00";
    const input = { applicant, fiscalYear: 2023, categories, receivedAt };
    return this.ministry.make("submitApplication", input);
  }

  /** What judges an application. */
  async evaluation(application: string, category = "PRODUCER") {
    const { id: evaluator } = await this.evaluator();
    const scores = [{ criterion: "Experience", score: 80 }];
    const judged = { verdict: "RECOMMENDED", scores, evaluatedOn: "2024-01-20" };
    return { application, category, evaluator, ...judged };
  }

  /** An application judged in all its categories on 20 January 2024. */
  async evaluated(categories = ["PRODUCER"]): Promise<MinistryRecord> {
    const application = await this.submitted(categories);
    for (const category of categories) {
      const input = await this.evaluation(application.id, category);
      await this.ministry.make("recordEvaluation", input);
    }
    return application;
  }

  /** An application selected in all its categories on 1 February 2024. */
  async selected(categories = ["PRODUCER"]): Promise<MinistryRecord> {
    const { id } = await this.evaluated(categories);
    return this.ministry.make("selectApplication", { id, categories, decidedOn: "2024-02-01" });
  }

  /** A course from 10 to 20 February 2024. */
  course(subject: string): Promise<MinistryRecord> {
    const courseCode = this.number("C");
    const days = { startsOn: "2024-02-10", endsOn: "2024-02-20" };
    const input = { courseCode, subject, title: "Test course", ...days };
    return this.ministry.make("openRecruitmentTrainingCourse", input);
  }

  /** A candidate's enrolment on 5 February 2024 in a course of its own. */
  async enrolled(application: string, subject: string): Promise<MinistryRecord> {
    const { id: course } = await this.course(subject);
    const input = { application, course, enrolledOn: "2024-02-05" };
    return this.ministry.make("enrolCandidate", input);
  }

  /** An application trained in both subjects on 20 February 2024. */
  async trained(categories = ["PRODUCER"]): Promise<MinistryRecord> {
    const application = await this.selected(categories);
    for (const subject of ["LOCAL_GOVERNMENT_OPERATIONS", "INFORMATION_SYSTEMS"]) {
      const { id } = await this.enrolled(application.id, subject);
      await this.ministry.make("completeCandidateTraining", { id, completedOn: "2024-02-20" });
    }
    return application;
  }

  /** The registrations of an application, from 1 March 2024. */
  async registered(categories = ["PRODUCER"]): Promise<MinistryRecord[]> {
    const { id } = await this.trained(categories);
    const registered = await this.ministry.make("registerOnList", { id, from: "2024-03-01" });
    return registered["registrations"] as MinistryRecord[];
  }

  /** Grants the list to a municipality on 1 March 2024, if it has not got it. */
  async grantTo(municipality: string): Promise<void> {
    const { owner } = this.ministry;
    const { rowCount } = await owner.query(
      "SELECT FROM list_request WHERE municipality_code = $1 AND state = 'GRANTED'",
      [municipality],
    );
    if (rowCount !== 0) return;
    const { id } = await this.ministry.make("requestList", { municipality, on: "2024-03-01" });
    await this.ministry.make("grantListRequest", { id, on: "2024-03-01" });
  }

  /** What engages a registered person for Sapporo from 1 April 2024 on. */
  async engagement(registration: string) {
    await this.grantTo(municipalities.city);
    const work = { role: "CIO補佐官", daysPerMonth: 4, from: "2024-04-01" };
    return { registration, municipality: municipalities.city, ...work };
  }
}
