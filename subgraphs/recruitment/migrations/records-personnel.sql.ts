import { record } from "./record-columns.sql";

/** A period `[from, to)`; without a last day it is open. */
const period = (table: string) => `
  from_date date NOT NULL,
  to_date date,
  valid daterange NOT NULL GENERATED ALWAYS AS (daterange(from_date, to_date)) STORED,
  CONSTRAINT ${table}_period CHECK (to_date > from_date),
  CONSTRAINT ${table}_in_range CHECK (
    from_date BETWEEN '1948-04-01' AND '2101-03-31' AND to_date BETWEEN '1948-04-01' AND '2101-03-31')`;

/** The external personnel list, the municipalities' requests for it, and the engagements that follow. */
export const createPersonnelTables = `
CREATE TABLE registration (${record},
  applicant_id text COLLATE "C" NOT NULL,
  application_id text COLLATE "C" NOT NULL,
  category_code text COLLATE "C" NOT NULL,
  removal_reason text,${period("registration")},
  CONSTRAINT registration_once_an_application UNIQUE (application_id, category_code),
  CONSTRAINT registration_and_applicant UNIQUE (id, applicant_id),
  CONSTRAINT registration_of_applicant FOREIGN KEY (application_id, applicant_id)
    REFERENCES application (id, applicant_id),
  CONSTRAINT registration_category_selected FOREIGN KEY (application_id, category_code)
    REFERENCES selected_category,
  CONSTRAINT registration_removed CHECK ((to_date IS NULL) = (removal_reason IS NULL)),
  CONSTRAINT registration_removal_reason CHECK (
    btrim(removal_reason) <> '' AND length(removal_reason) <= 2000),
  CONSTRAINT registration_no_overlap
    EXCLUDE USING gist (applicant_id WITH =, category_code WITH =, valid WITH &&)
);
CREATE INDEX registration_by_start ON registration (from_date, id);
CREATE INDEX registration_by_end ON registration ((coalesce(to_date, 'infinity'::date)), id);
CREATE INDEX registration_by_category ON registration (category_code, from_date, id);
CREATE INDEX registration_by_applicant ON registration (applicant_id, from_date, id);
CREATE INDEX registration_by_validity ON registration USING gist (valid);

CREATE TABLE list_request (${record},
  municipality_code text COLLATE "C" NOT NULL REFERENCES municipality,
  requested_on date NOT NULL,
  state text NOT NULL CONSTRAINT list_request_state_known
    CHECK (state IN ('REQUESTED', 'GRANTED', 'REFUSED')),
  decided_on date,
  refusal_reason text,
  CONSTRAINT list_request_once_a_day UNIQUE (municipality_code, requested_on),
  CONSTRAINT list_request_decided CHECK ((state = 'REQUESTED') = (decided_on IS NULL)),
  CONSTRAINT list_request_decided_after_request CHECK (decided_on >= requested_on),
  CONSTRAINT list_request_refused CHECK ((state = 'REFUSED') = (refusal_reason IS NOT NULL)),
  CONSTRAINT list_request_reason CHECK (
    btrim(refusal_reason) <> '' AND length(refusal_reason) <= 2000)
);
CREATE UNIQUE INDEX list_request_one_open ON list_request (municipality_code)
  WHERE state = 'REQUESTED';
CREATE UNIQUE INDEX list_request_one_granted ON list_request (municipality_code)
  WHERE state = 'GRANTED';
CREATE INDEX list_request_by_day ON list_request (requested_on, id);
CREATE INDEX list_request_by_decision
  ON list_request ((coalesce(decided_on, 'infinity'::date)), id);

CREATE TABLE engagement (${record},
  registration_id text COLLATE "C" NOT NULL,
  applicant_id text COLLATE "C" NOT NULL,
  municipality_code text COLLATE "C" NOT NULL REFERENCES municipality,
  role text COLLATE "C" NOT NULL,
  days_per_month integer NOT NULL,
  agreed_to_date date,
  end_reason text,
  cancelled_on date,
  cancellation_reason text,${period("engagement")},
  CONSTRAINT engagement_of_registered FOREIGN KEY (registration_id, applicant_id)
    REFERENCES registration (id, applicant_id),
  CONSTRAINT engagement_days CHECK (days_per_month BETWEEN 1 AND 31),
  CONSTRAINT engagement_agreed CHECK (agreed_to_date IS NULL OR to_date <= agreed_to_date),
  CONSTRAINT engagement_ended CHECK (
    CASE WHEN end_reason IS NULL THEN to_date IS NOT DISTINCT FROM agreed_to_date
         ELSE to_date IS NOT NULL END),
  CONSTRAINT engagement_cancelled CHECK ((cancelled_on IS NULL) = (cancellation_reason IS NULL)),
  CONSTRAINT engagement_cancelled_before_start CHECK (cancelled_on < from_date),
  CONSTRAINT engagement_texts CHECK (
    btrim(role) <> '' AND length(role) <= 200
    AND btrim(end_reason) <> '' AND length(end_reason) <= 2000
    AND btrim(cancellation_reason) <> '' AND length(cancellation_reason) <= 2000),
  CONSTRAINT engagement_no_overlap EXCLUDE USING gist
    (applicant_id WITH =, municipality_code WITH =, role WITH =, valid WITH &&)
    WHERE (cancelled_on IS NULL)
);
CREATE INDEX engagement_by_start ON engagement (from_date, id);
CREATE INDEX engagement_by_end ON engagement ((coalesce(to_date, 'infinity'::date)), id);
CREATE INDEX engagement_by_municipality ON engagement (municipality_code, from_date, id);
CREATE INDEX engagement_by_applicant ON engagement (applicant_id, from_date, id);
CREATE INDEX engagement_by_registration ON engagement (registration_id, from_date, id);
CREATE INDEX engagement_by_validity ON engagement USING gist (valid);
`;

/** Takes {@link createPersonnelTables} back. */
export const dropPersonnelTables = `
DROP TABLE engagement;
DROP TABLE list_request;
DROP TABLE registration;
`;
