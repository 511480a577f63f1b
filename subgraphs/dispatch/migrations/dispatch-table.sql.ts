/**
 * Dispatches and their extensions.
 *
 * - `dispatch_as_classified` and `dispatch_legal_basis_fits`: a dispatch carries its organization's type and region,
 *   follows when they change, and its legal basis covers that type, or the change is refused.
 * - `dispatch_from_home_agency`: on the first day on dispatch the official belonged to the home agency on record.
 * - `first_day` and `on_dispatch_until` serve lists in order, as of a day too, from one index; what has not started
 *   has no `on_dispatch_until` and so is on no day's list.
 */
export const createDispatchTable = `
CREATE TABLE dispatch (
  id text COLLATE "C" PRIMARY KEY DEFAULT gen_random_uuid()::text,
  version integer NOT NULL DEFAULT 1,
  synthetic boolean NOT NULL DEFAULT false,
  official_id text COLLATE "C" NOT NULL,
  organization_code text COLLATE "C" NOT NULL,
  organization_type_code text COLLATE "C" NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  legal_basis_code text COLLATE "C" NOT NULL,
  country_code text COLLATE "C" NOT NULL,
  home_agency_code text COLLATE "C" NOT NULL,
  post text NOT NULL,
  planned_from date NOT NULL,
  planned_to date NOT NULL,
  pay_ratio integer,
  consent_on date,
  npa_consulted_on date,
  started_on date,
  returned_on date,
  cancelled_on date,
  cancellation_reason text,
  overstayed boolean NOT NULL DEFAULT false,
  state text COLLATE "C" NOT NULL GENERATED ALWAYS AS (
    CASE WHEN cancelled_on IS NOT NULL THEN 'CANCELLED'
         WHEN returned_on IS NOT NULL THEN 'RETURNED'
         WHEN started_on IS NOT NULL THEN 'ON_DISPATCH'
         WHEN consent_on IS NOT NULL THEN 'CONSENTED'
         ELSE 'PLANNED' END) STORED,
  first_day date NOT NULL GENERATED ALWAYS AS (coalesce(started_on, planned_from)) STORED,
  on_dispatch_until date GENERATED ALWAYS AS (
    CASE WHEN started_on IS NOT NULL THEN coalesce(returned_on, 'infinity'::date) END) STORED,
  valid daterange NOT NULL GENERATED ALWAYS AS (
    daterange(coalesce(started_on, planned_from), coalesce(returned_on, planned_to))) STORED,
  on_dispatch daterange GENERATED ALWAYS AS (
    CASE WHEN started_on IS NOT NULL THEN daterange(started_on, returned_on) END) STORED,
  departure_day daterange GENERATED ALWAYS AS (
    CASE WHEN started_on IS NOT NULL THEN daterange(started_on, started_on + 1) END) STORED,
  CONSTRAINT dispatch_official FOREIGN KEY (official_id) REFERENCES official,
  CONSTRAINT dispatch_as_classified
    FOREIGN KEY (organization_code, organization_type_code, region_code)
    REFERENCES organization (code, type_code, region_code) ON UPDATE CASCADE,
  CONSTRAINT dispatch_legal_basis_fits
    FOREIGN KEY (legal_basis_code, organization_type_code)
    REFERENCES dispatch_legal_basis_organization_type (legal_basis_code, organization_type_code),
  CONSTRAINT dispatch_from_home_agency
    FOREIGN KEY (official_id, home_agency_code, PERIOD departure_day)
    REFERENCES official_home_agency (official_id, agency_code, PERIOD valid),
  CONSTRAINT dispatch_country_form CHECK (country_code ~ '^[A-Z]{2}$'),
  CONSTRAINT dispatch_home_agency_of_japan CHECK (home_agency_code ~ '^JP-'),
  CONSTRAINT dispatch_post CHECK (post ~ '\\S' AND length(post) <= 200),
  CONSTRAINT dispatch_pay_ratio CHECK (pay_ratio BETWEEN 0 AND 100),
  CONSTRAINT dispatch_term CHECK (planned_from < planned_to),
  CONSTRAINT dispatch_consent_before_start CHECK (
    (started_on IS NULL OR consent_on IS NOT NULL)
    AND (cancelled_on IS NOT NULL OR consent_on <= coalesce(started_on, planned_from))),
  CONSTRAINT dispatch_start_within_term CHECK (started_on < planned_to),
  CONSTRAINT dispatch_return CHECK (
    returned_on IS NULL
    OR (started_on IS NOT NULL AND returned_on > started_on
        AND (returned_on <= planned_to OR overstayed))),
  CONSTRAINT dispatch_overstay CHECK (NOT overstayed OR coalesce(returned_on > planned_to, false)),
  CONSTRAINT dispatch_consultation CHECK (
    npa_consulted_on IS NOT NULL
    OR planned_to <= coalesce(started_on, planned_from) + interval '5 years'),
  CONSTRAINT dispatch_cancellation CHECK (
    num_nonnulls(cancelled_on, cancellation_reason) <> 1
    AND (cancelled_on IS NULL OR started_on IS NULL)
    AND (cancellation_reason IS NULL
         OR (cancellation_reason ~ '\\S' AND length(cancellation_reason) <= 2000))),
  CONSTRAINT dispatch_overlap
    EXCLUDE USING gist (official_id WITH =, valid WITH &&) WHERE (cancelled_on IS NULL),
  CONSTRAINT dispatch_one_place
    EXCLUDE USING gist (official_id WITH =, on_dispatch WITH &&) WHERE (started_on IS NOT NULL)
);
CREATE UNIQUE INDEX dispatch_of_official_and_day ON dispatch (official_id, planned_from)
  WHERE cancelled_on IS NULL;
CREATE INDEX dispatch_by_first_day ON dispatch (first_day, id, on_dispatch_until);
CREATE INDEX dispatch_by_official ON dispatch (official_id, first_day, id);
CREATE INDEX dispatch_by_organization
  ON dispatch (organization_code, first_day, id, on_dispatch_until);
CREATE INDEX dispatch_by_organization_type
  ON dispatch (organization_type_code, first_day, id, on_dispatch_until);
CREATE INDEX dispatch_by_region ON dispatch (region_code, first_day, id, on_dispatch_until);
CREATE INDEX dispatch_by_country ON dispatch (country_code, first_day, id, on_dispatch_until);
CREATE INDEX dispatch_by_home_agency
  ON dispatch (home_agency_code, first_day, id, on_dispatch_until);
CREATE INDEX dispatch_by_state ON dispatch (state, first_day, id);
CREATE INDEX dispatch_by_planned_end ON dispatch (planned_to, id);
CREATE INDEX dispatch_by_return ON dispatch ((coalesce(returned_on, 'infinity'::date)), id);
CREATE INDEX dispatch_by_start ON dispatch (started_on) WHERE started_on IS NOT NULL;
CREATE INDEX dispatch_by_return_day ON dispatch (returned_on) WHERE returned_on IS NOT NULL;
CREATE INDEX dispatch_on_day ON dispatch (on_dispatch_until, first_day);
CREATE TABLE dispatch_extension (
  dispatch_id text COLLATE "C" NOT NULL,
  previous_to date NOT NULL,
  new_to date NOT NULL,
  consent_on date NOT NULL,
  npa_consulted_on date,
  PRIMARY KEY (dispatch_id, previous_to),
  CONSTRAINT dispatch_extension_dispatch FOREIGN KEY (dispatch_id) REFERENCES dispatch,
  CONSTRAINT dispatch_extension_forward CHECK (previous_to < new_to),
  CONSTRAINT dispatch_extension_consent CHECK (consent_on <= previous_to)
);
`;
