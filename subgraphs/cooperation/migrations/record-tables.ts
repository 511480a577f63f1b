/** What every table of records begins with. */
const recordColumns = `
  id text COLLATE "C" PRIMARY KEY DEFAULT gen_random_uuid()::text,
  version integer NOT NULL DEFAULT 1,
  synthetic boolean NOT NULL DEFAULT false,`;

/** Makes the tables that hold records only. */
export const createRecordTables = `
CREATE TABLE network_event_presentation (${recordColumns}
  event_id text NOT NULL REFERENCES network_event,
  country_code text NOT NULL,
  agency_code text,
  title text NOT NULL,
  presenter_name text,
  position integer NOT NULL CONSTRAINT presentation_position_is_positive CHECK (position >= 1),
  withdrawn_on date,
  withdrawal_reason text,
  CONSTRAINT presentation_is_of_a_participant
    FOREIGN KEY (event_id, country_code) REFERENCES network_event_participation (event_id, country_code),
  CONSTRAINT withdrawn_presentation_has_a_reason CHECK ((withdrawn_on IS NULL) = (withdrawal_reason IS NULL))
);
CREATE UNIQUE INDEX one_presentation_a_position ON network_event_presentation (event_id, position)
  WHERE withdrawn_on IS NULL;
CREATE INDEX network_event_presentation_by_country ON network_event_presentation (country_code, id);

CREATE TABLE work_plan (${recordColumns}
  network_code text NOT NULL REFERENCES network,
  title text NOT NULL,
  from_date date NOT NULL,
  to_date date,
  note text,
  CONSTRAINT work_plan_lasts_a_day CHECK (to_date > from_date),
  CONSTRAINT one_work_plan_a_title UNIQUE (network_code, title)
);
CREATE INDEX work_plan_by_start ON work_plan (from_date, id);
CREATE INDEX work_plan_by_network ON work_plan (network_code, from_date, id);

CREATE TABLE project (${recordColumns}
  work_plan_id text COLLATE "C" NOT NULL REFERENCES work_plan,
  title text NOT NULL,
  lead_country_code text NOT NULL,
  lead_agency_code text,
  state text NOT NULL CONSTRAINT project_state_is_known
    CHECK (state IN ('PROPOSED', 'APPROVED', 'ONGOING', 'COMPLETED', 'CANCELLED')),
  state_since date NOT NULL,
  proposed_on date NOT NULL,
  from_date date,
  to_date date,
  note text,
  CONSTRAINT project_lasts_a_day CHECK (to_date > from_date),
  CONSTRAINT project_changes_after_it_is_proposed CHECK (state_since >= proposed_on),
  CONSTRAINT one_project_a_title UNIQUE (work_plan_id, title)
);
CREATE INDEX project_by_proposal ON project (proposed_on, id);
CREATE INDEX project_by_work_plan ON project (work_plan_id, proposed_on, id);
CREATE INDEX project_by_lead_country ON project (lead_country_code, proposed_on, id);
CREATE INDEX project_by_lead_agency ON project (lead_agency_code, proposed_on, id);
CREATE INDEX project_by_state ON project (state, proposed_on, id);

CREATE TABLE project_state_change (
  project_id text COLLATE "C" NOT NULL REFERENCES project,
  position integer NOT NULL CHECK (position >= 1),
  from_state text,
  to_state text NOT NULL,
  changed_on date NOT NULL,
  reason text,
  PRIMARY KEY (project_id, position),
  CONSTRAINT project_state_change_is_allowed CHECK (
    (from_state IS NULL AND to_state = 'PROPOSED' AND position = 1)
    OR (from_state IS NOT NULL AND (from_state, to_state) IN (
      ('PROPOSED', 'APPROVED'), ('APPROVED', 'ONGOING'), ('ONGOING', 'COMPLETED'),
      ('PROPOSED', 'CANCELLED'), ('APPROVED', 'CANCELLED'), ('ONGOING', 'CANCELLED')))),
  CONSTRAINT cancelled_project_has_a_reason CHECK (to_state <> 'CANCELLED' OR reason IS NOT NULL)
);

CREATE TABLE training_edition (${recordColumns}
  course_code text NOT NULL REFERENCES training_course,
  fiscal_year integer NOT NULL,
  edition integer NOT NULL CONSTRAINT training_edition_number_is_positive CHECK (edition >= 1),
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  place text,
  closed_on date,
  note text,
  CONSTRAINT training_edition_ends_after_it_starts CHECK (ends_on >= starts_on),
  CONSTRAINT training_edition_lies_in_its_fiscal_year
    CHECK (fiscal_year = extract(year FROM starts_on - interval '3 months')),
  CONSTRAINT training_edition_closes_after_it_ends CHECK (closed_on >= ends_on),
  CONSTRAINT one_training_edition_a_number UNIQUE (course_code, edition)
);
CREATE INDEX training_edition_by_start ON training_edition (starts_on, id);
CREATE INDEX training_edition_by_course ON training_edition (course_code, starts_on, id);
CREATE INDEX training_edition_by_fiscal_year ON training_edition (fiscal_year, starts_on, id);

CREATE TABLE training_participation (${recordColumns}
  edition_id text COLLATE "C" NOT NULL REFERENCES training_edition,
  country_code text NOT NULL,
  persons integer NOT NULL CONSTRAINT training_participation_is_not_negative CHECK (persons >= 0),
  CONSTRAINT one_training_participation_a_country UNIQUE (edition_id, country_code)
);
CREATE INDEX training_participation_by_country ON training_participation (country_code, id) WHERE persons > 0;
`;

/** Takes them back. */
export const dropRecordTables = `
DROP TABLE training_participation; DROP TABLE training_edition;
DROP TABLE project_state_change; DROP TABLE project; DROP TABLE work_plan;
DROP TABLE network_event_presentation;`;
