import { record } from "./record-columns.sql";

const stages = `'SUBMITTED', 'EVALUATED', 'SELECTED', 'REJECTED', 'TRAINED', 'TRAINING_FAILED', 'REGISTERED', 'WITHDRAWN'`;

/** Applicants, their applications with every stage, the committee's evaluations, and the candidates' training. */
export const createApplicationTables = `
CREATE TABLE applicant (${record},
  applicant_number text COLLATE "C" NOT NULL,
  name text NOT NULL,
  name_kana text COLLATE "C" NOT NULL,
  name_en text,
  CONSTRAINT applicant_number_once UNIQUE (applicant_number),
  CONSTRAINT applicant_texts CHECK (
    btrim(applicant_number) <> '' AND length(applicant_number) <= 200
    AND btrim(name) <> '' AND length(name) <= 200
    AND btrim(name_kana) <> '' AND length(name_kana) <= 200
    AND btrim(name_en) <> '' AND length(name_en) <= 200)
);
CREATE INDEX applicant_by_kana ON applicant (name_kana, id);

CREATE TABLE application (${record},
  applicant_id text COLLATE "C" NOT NULL REFERENCES applicant,
  fiscal_year integer NOT NULL REFERENCES solicitation,
  received_at timestamptz NOT NULL,
  received_on date NOT NULL
    GENERATED ALWAYS AS ((received_at AT TIME ZONE 'Asia/Tokyo')::date) STORED,
  stage text NOT NULL CONSTRAINT application_stage_known CHECK (stage IN (${stages})),
  decided_on date,
  CONSTRAINT application_once_a_solicitation UNIQUE (applicant_id, fiscal_year),
  CONSTRAINT application_and_applicant UNIQUE (id, applicant_id),
  CONSTRAINT application_decided_after_receipt CHECK (
    decided_on >= (received_at AT TIME ZONE 'Asia/Tokyo')::date),
  CONSTRAINT application_decided CHECK (
    stage = 'WITHDRAWN' OR (decided_on IS NULL) = (stage IN ('SUBMITTED', 'EVALUATED')))
);
CREATE INDEX application_by_solicitation ON application (fiscal_year, received_on, id);
CREATE INDEX application_by_receipt ON application (received_on, id);
CREATE INDEX application_by_decision
  ON application ((coalesce(decided_on, 'infinity'::date)), id);
CREATE INDEX application_by_stage ON application (stage, received_on, id);

CREATE TABLE application_category (
  application_id text COLLATE "C" NOT NULL REFERENCES application,
  category_code text COLLATE "C" NOT NULL REFERENCES skill_category,
  PRIMARY KEY (application_id, category_code)
);
CREATE INDEX application_category_by_category ON application_category (category_code, application_id);

CREATE TABLE selected_category (
  application_id text COLLATE "C" NOT NULL,
  category_code text COLLATE "C" NOT NULL,
  PRIMARY KEY (application_id, category_code),
  CONSTRAINT selected_category_applied_for FOREIGN KEY (application_id, category_code)
    REFERENCES application_category
);

CREATE TABLE stage_transition (
  application_id text COLLATE "C" NOT NULL REFERENCES application,
  number integer NOT NULL CHECK (number >= 1),
  stage text NOT NULL CONSTRAINT stage_transition_stage_known CHECK (stage IN (${stages})),
  effective_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  reason text,
  PRIMARY KEY (application_id, number),
  CONSTRAINT stage_transition_once UNIQUE (application_id, stage),
  CONSTRAINT stage_transition_reason CHECK (btrim(reason) <> '' AND length(reason) <= 2000)
);
CREATE INDEX stage_transition_by_stage ON stage_transition (stage, effective_on, application_id);
CREATE FUNCTION refuse_change_of_stage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'stage_transition is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON stage_transition
  EXECUTE FUNCTION refuse_change_of_stage();

CREATE TABLE evaluator (${record},
  evaluator_number text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  affiliation text NOT NULL,
  CONSTRAINT evaluator_number_once UNIQUE (evaluator_number),
  CONSTRAINT evaluator_texts CHECK (
    btrim(evaluator_number) <> '' AND length(evaluator_number) <= 200
    AND btrim(name) <> '' AND length(name) <= 200
    AND btrim(affiliation) <> '' AND length(affiliation) <= 200)
);
CREATE INDEX evaluator_by_name ON evaluator (name, id);

CREATE TABLE evaluation (${record},
  application_id text COLLATE "C" NOT NULL,
  category_code text COLLATE "C" NOT NULL,
  evaluator_id text COLLATE "C" NOT NULL REFERENCES evaluator,
  verdict text NOT NULL CONSTRAINT evaluation_verdict_known
    CHECK (verdict IN ('RECOMMENDED', 'NOT_RECOMMENDED')),
  comment text,
  evaluated_on date NOT NULL,
  CONSTRAINT evaluation_once UNIQUE (application_id, category_code, evaluator_id),
  CONSTRAINT evaluation_category_applied_for FOREIGN KEY (application_id, category_code)
    REFERENCES application_category,
  CONSTRAINT evaluation_comment CHECK (btrim(comment) <> '' AND length(comment) <= 2000)
);
CREATE INDEX evaluation_by_evaluator ON evaluation (evaluator_id, evaluated_on, id);

CREATE TABLE evaluation_score (
  evaluation_id text COLLATE "C" NOT NULL REFERENCES evaluation,
  position integer NOT NULL CONSTRAINT evaluation_score_at_most_50 CHECK (position BETWEEN 1 AND 50),
  criterion text COLLATE "C" NOT NULL,
  score integer NOT NULL CONSTRAINT evaluation_score_range CHECK (score BETWEEN 0 AND 100),
  PRIMARY KEY (evaluation_id, position),
  CONSTRAINT evaluation_score_criterion_once UNIQUE (evaluation_id, criterion),
  CONSTRAINT evaluation_score_criterion CHECK (btrim(criterion) <> '' AND length(criterion) <= 200)
);

CREATE TABLE recruitment_training_course (${record},
  course_code text COLLATE "C" NOT NULL,
  subject text NOT NULL CONSTRAINT recruitment_training_course_subject_known
    CHECK (subject IN ('LOCAL_GOVERNMENT_OPERATIONS', 'INFORMATION_SYSTEMS')),
  title text NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  fiscal_year integer NOT NULL GENERATED ALWAYS AS (
    extract(year FROM starts_on)::integer
      - CASE WHEN extract(month FROM starts_on) < 4 THEN 1 ELSE 0 END) STORED,
  CONSTRAINT recruitment_training_course_code_once UNIQUE (course_code),
  CONSTRAINT recruitment_training_course_period CHECK (ends_on >= starts_on),
  CONSTRAINT recruitment_training_course_texts CHECK (
    btrim(course_code) <> '' AND length(course_code) <= 200
    AND btrim(title) <> '' AND length(title) <= 200)
);
CREATE INDEX recruitment_training_course_by_start ON recruitment_training_course (starts_on, id);

CREATE TABLE candidate_enrolment (${record},
  application_id text COLLATE "C" NOT NULL REFERENCES application,
  course_id text COLLATE "C" NOT NULL REFERENCES recruitment_training_course,
  enrolled_on date NOT NULL,
  state text NOT NULL CONSTRAINT candidate_enrolment_state_known
    CHECK (state IN ('ENROLLED', 'COMPLETED', 'FAILED')),
  ended_on date,
  failure_reason text,
  CONSTRAINT candidate_enrolment_once UNIQUE (application_id, course_id),
  CONSTRAINT candidate_enrolment_ended CHECK ((state = 'ENROLLED') = (ended_on IS NULL)),
  CONSTRAINT candidate_enrolment_period CHECK (ended_on >= enrolled_on),
  CONSTRAINT candidate_enrolment_failed CHECK ((state = 'FAILED') = (failure_reason IS NOT NULL)),
  CONSTRAINT candidate_enrolment_reason CHECK (
    btrim(failure_reason) <> '' AND length(failure_reason) <= 2000)
);
CREATE INDEX candidate_enrolment_by_course ON candidate_enrolment (course_id, enrolled_on, id);
`;

/** Takes {@link createApplicationTables} back. */
export const dropApplicationTables = `
DROP TABLE candidate_enrolment;
DROP TABLE recruitment_training_course;
DROP TABLE evaluation_score;
DROP TABLE evaluation;
DROP TABLE evaluator;
DROP TABLE stage_transition;
DROP FUNCTION refuse_change_of_stage;
DROP TABLE selected_category;
DROP TABLE application_category;
DROP TABLE application;
DROP TABLE applicant;
`;
