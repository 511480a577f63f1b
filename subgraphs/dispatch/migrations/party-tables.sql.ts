/**
 * Receiving organizations. `organization_classified` is what dispatches refer to, so that each carries the type and
 * region its organization has.
 */
export const createOrganizationTable = `
CREATE TABLE organization (
  id text COLLATE "C" PRIMARY KEY DEFAULT gen_random_uuid()::text,
  version integer NOT NULL DEFAULT 1,
  synthetic boolean NOT NULL DEFAULT false,
  code text COLLATE "C" NOT NULL,
  name_en text,
  name_ja text,
  type_code text COLLATE "C" NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  country_code text COLLATE "C",
  CONSTRAINT organization_code UNIQUE (code),
  CONSTRAINT organization_classified UNIQUE (code, type_code, region_code),
  CONSTRAINT organization_code_form CHECK (code ~ '^[A-Z0-9][A-Z0-9_-]{0,63}$'),
  CONSTRAINT organization_named CHECK (num_nonnulls(name_en, name_ja) > 0),
  CONSTRAINT organization_texts CHECK (
    (name_en IS NULL OR (name_en ~ '\\S' AND length(name_en) <= 200))
    AND (name_ja IS NULL OR (name_ja ~ '\\S' AND length(name_ja) <= 200))
  ),
  CONSTRAINT organization_of_a_kind CHECK (type_code <> 'RESIDUAL'),
  CONSTRAINT organization_country_form CHECK (country_code ~ '^[A-Z]{2}$'),
  CONSTRAINT organization_type FOREIGN KEY (type_code) REFERENCES dispatch_organization_type,
  CONSTRAINT organization_region FOREIGN KEY (region_code) REFERENCES dispatch_region
);
CREATE INDEX organization_by_type ON organization (type_code, code);
CREATE INDEX organization_by_region ON organization (region_code, code);
CREATE INDEX organization_by_country ON organization (country_code, code);
CREATE INDEX organization_by_name ON organization ((coalesce(name_en, name_ja)), id);
`;

/** Officials, and the agency each belongs to: one a day. */
export const createOfficialTables = `
CREATE TABLE official (
  id text COLLATE "C" PRIMARY KEY DEFAULT gen_random_uuid()::text,
  version integer NOT NULL DEFAULT 1,
  synthetic boolean NOT NULL DEFAULT false,
  personnel_number text COLLATE "C" NOT NULL,
  name text NOT NULL,
  name_kana text,
  CONSTRAINT official_personnel_number UNIQUE (personnel_number),
  CONSTRAINT official_personnel_number_form CHECK (personnel_number ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$'),
  CONSTRAINT official_texts CHECK (
    name ~ '\\S' AND length(name) <= 200
    AND (name_kana IS NULL OR (name_kana ~ '\\S' AND length(name_kana) <= 200))
  )
);
CREATE INDEX official_by_name ON official (name, id);
CREATE TABLE official_home_agency (
  official_id text COLLATE "C" NOT NULL,
  agency_code text COLLATE "C" NOT NULL,
  from_date date NOT NULL,
  to_date date,
  valid daterange NOT NULL GENERATED ALWAYS AS (daterange(from_date, to_date)) STORED,
  PRIMARY KEY (official_id, from_date),
  CONSTRAINT official_home_agency_official FOREIGN KEY (official_id) REFERENCES official,
  CONSTRAINT official_home_agency_period CHECK (from_date < to_date),
  CONSTRAINT official_home_agency_of_japan CHECK (agency_code ~ '^JP-'),
  CONSTRAINT one_home_agency_a_day EXCLUDE USING gist (official_id WITH =, valid WITH &&),
  CONSTRAINT home_agency_in_force UNIQUE (official_id, agency_code, valid WITHOUT OVERLAPS)
);
CREATE INDEX official_home_agency_by_agency ON official_home_agency (agency_code, from_date);
`;
