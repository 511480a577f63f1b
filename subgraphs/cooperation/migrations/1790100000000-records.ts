import type { MigrationInterface, QueryRunner } from "typeorm";
import { createRecordTables, dropRecordTables } from "./record-tables";

/**
 * What the office itself records: columns beside the published facts, and tables of its own.
 *
 * A row with a source is a fact, one without is a record. Facts have names for ids, records UUIDs, and no fact may take
 * the form of a UUID, so that neither can ever stand in the other's place.
 */
export class Records1790100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(extendFactTables);
    await runner.query(createRecordTables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropRecordTables);
    await runner.query(restoreFactTables);
  }
}

/** Nothing between two ends that are the wrong way round; a range type would refuse them without naming a rule. */
const days = (from: string, to: string) =>
  `CASE WHEN ${to} <= ${from} THEN 'empty'::daterange ELSE daterange(${from}, ${to}) END`;

const uuid = "'^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'";

const recordColumns = (table: string) => `
ALTER TABLE ${table}
  ALTER COLUMN id SET DEFAULT gen_random_uuid()::text,
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN synthetic boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT ${table}_fact_has_a_name CHECK (source_id IS NULL OR id !~ ${uuid});`;

const extendFactTables = `
${recordColumns("network_membership")}
ALTER TABLE network_membership
  ADD COLUMN first_day date,
  ADD COLUMN end_day date,
  ADD COLUMN ended_on date,
  ADD COLUMN end_reason text;
UPDATE network_membership SET first_day = lower(valid), end_day = upper(valid);
ALTER TABLE network_membership DROP COLUMN valid;
ALTER TABLE network_membership
  ALTER COLUMN first_day SET NOT NULL,
  ADD COLUMN valid daterange NOT NULL
    GENERATED ALWAYS AS (${days("first_day", "least(end_day, ended_on)")}) STORED,
  ADD CONSTRAINT network_membership_lasts_a_day CHECK (NOT isempty(valid)),
  ADD CONSTRAINT one_membership_a_country_and_day
    EXCLUDE USING gist (network_code WITH =, country_code WITH =, valid WITH &&) DEFERRABLE;
CREATE INDEX network_membership_by_country ON network_membership USING gist (country_code, valid);
CREATE INDEX network_membership_by_agency ON network_membership USING gist (agency_code, valid);
CREATE INDEX network_membership_by_start ON network_membership (first_day, id);

ALTER TABLE network_chair ADD COLUMN id text;
UPDATE network_chair SET id = lower(replace(network_code, '_', '-')) || '-chair-' || edition;
ALTER TABLE network_chair DROP CONSTRAINT network_chair_pkey, ADD PRIMARY KEY (id);
${recordColumns("network_chair")}
ALTER TABLE network_chair
  ADD COLUMN first_day date,
  ADD COLUMN end_day date,
  ADD COLUMN end_reason text,
  ALTER COLUMN to_date DROP NOT NULL,
  ADD CONSTRAINT network_chair_edition_is_positive CHECK (edition >= 1);
UPDATE network_chair SET first_day = lower(valid), end_day = upper(valid);
ALTER TABLE network_chair DROP COLUMN valid;
ALTER TABLE network_chair
  ALTER COLUMN first_day SET NOT NULL,
  ADD COLUMN valid daterange NOT NULL
    GENERATED ALWAYS AS (${days("first_day", "end_day")}) STORED,
  ADD CONSTRAINT network_chair_lasts_a_day CHECK (NOT isempty(valid)),
  ADD CONSTRAINT one_recorded_chair_a_network_and_day
    EXCLUDE USING gist (network_code WITH =, valid WITH &&) WHERE (source_id IS NULL);
CREATE UNIQUE INDEX one_recorded_chair_an_edition ON network_chair (network_code, edition)
  WHERE source_id IS NULL;
CREATE INDEX network_chair_by_network ON network_chair USING gist (network_code, valid);
CREATE INDEX network_chair_by_country ON network_chair (country_code, first_day, id);
CREATE INDEX network_chair_by_start ON network_chair (first_day, id);

${recordColumns("network_event")}
ALTER TABLE network_event
  ADD COLUMN state text DEFAULT 'PLANNED',
  ADD COLUMN cancelled_on date,
  ADD COLUMN cancellation_reason text,
  ADD CONSTRAINT network_event_ends_after_it_starts
    CHECK (source_id IS NOT NULL OR starts_on IS NULL OR ends_on IS NULL OR ends_on >= starts_on OR starts_on LIKE ends_on || '%'),
  ADD CONSTRAINT network_event_format_is_known CHECK (format IN ('IN_PERSON', 'ONLINE')),
  ADD CONSTRAINT network_event_state_is_known CHECK (state IN ('PLANNED', 'HELD', 'CANCELLED')),
  ADD CONSTRAINT recorded_event_has_a_state CHECK (source_id IS NOT NULL OR state IS NOT NULL),
  ADD CONSTRAINT cancelled_event_has_a_reason
    CHECK ((state = 'CANCELLED') = (cancelled_on IS NOT NULL AND cancellation_reason IS NOT NULL)),
  ADD CONSTRAINT held_event_has_its_day
    CHECK (source_id IS NOT NULL OR state <> 'HELD' OR (starts_earliest IS NOT NULL AND starts_earliest = starts_latest));
UPDATE network_event SET state = CASE WHEN starts_on IS NULL THEN NULL ELSE 'HELD' END;
CREATE UNIQUE INDEX one_recorded_event_an_edition ON network_event (network_code, kind, edition)
  WHERE source_id IS NULL AND state <> 'CANCELLED';
CREATE INDEX network_event_by_edition ON network_event ((coalesce(edition, 2147483647)), id);
-- Synthetic records come in copies that differ by nothing but their ids.
CREATE UNIQUE INDEX one_recorded_event_a_title_and_start
  ON network_event (network_code, kind, title, starts_on) NULLS NOT DISTINCT
  WHERE source_id IS NULL AND NOT synthetic;
CREATE INDEX network_event_by_title ON network_event (network_code, kind, title);
CREATE INDEX network_event_by_number ON network_event (network_code, kind, edition);

ALTER TABLE network_event_participation DROP CONSTRAINT network_event_participation_pkey;
ALTER TABLE network_event_participation
  ADD COLUMN id text COLLATE "C" PRIMARY KEY DEFAULT gen_random_uuid()::text,
  ADD CONSTRAINT one_participation_a_country UNIQUE (event_id, country_code),
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN synthetic boolean NOT NULL DEFAULT false,
  ADD COLUMN as_guest boolean NOT NULL DEFAULT false,
  ADD COLUMN persons integer,
  ADD COLUMN removed_on date,
  ADD CONSTRAINT participation_has_persons CHECK (persons >= 1);
DROP INDEX network_event_participation_by_country;
CREATE INDEX network_event_participation_by_country ON network_event_participation (country_code, event_id)
  WHERE removed_on IS NULL;

${recordColumns("invitation")}
ALTER TABLE invitation
  ADD COLUMN state text DEFAULT 'INVITED',
  ADD COLUMN agency_code text,
  ADD COLUMN purpose text,
  ADD COLUMN invited_on date,
  ADD COLUMN answered_on date,
  ADD COLUMN decline_reason text,
  ADD COLUMN visit_starts_on date,
  ADD COLUMN visit_ends_on date,
  ADD CONSTRAINT invitation_state_is_known CHECK (state IN ('INVITED', 'ACCEPTED', 'DECLINED', 'VISITED')),
  ADD CONSTRAINT recorded_invitation_has_its_day
    CHECK (source_id IS NOT NULL OR (state IS NOT NULL AND invited_on IS NOT NULL AND persons IS NOT NULL)),
  ADD CONSTRAINT invitation_is_answered_after_it CHECK (answered_on >= invited_on),
  ADD CONSTRAINT answered_invitation_has_its_day
    CHECK (source_id IS NOT NULL OR (state = 'INVITED') = (answered_on IS NULL)),
  ADD CONSTRAINT visit_has_its_days
    CHECK (source_id IS NOT NULL OR (state = 'VISITED') = (num_nonnulls(visit_starts_on, visit_ends_on) = 2)),
  ADD CONSTRAINT visit_ends_after_it_starts CHECK (visit_ends_on >= visit_starts_on),
  ADD CONSTRAINT visit_lies_in_its_fiscal_year
    CHECK (fiscal_year = extract(year FROM visit_starts_on - interval '3 months'));
UPDATE invitation SET state = 'VISITED';
CREATE UNIQUE INDEX one_recorded_invitation_a_program_agency_and_day
  ON invitation (program, fiscal_year, country_code, agency_code, invited_on) NULLS NOT DISTINCT
  WHERE source_id IS NULL;
CREATE INDEX invitation_by_day ON invitation ((coalesce(invited_on, 'infinity')), id);
CREATE INDEX invitation_by_agency ON invitation (agency_code, fiscal_year, id);
`;

const restoreFactTables = `
DELETE FROM invitation WHERE source_id IS NULL;
DROP INDEX one_recorded_invitation_a_program_agency_and_day;
ALTER TABLE invitation ALTER COLUMN id DROP DEFAULT,
  DROP COLUMN version, DROP COLUMN synthetic, DROP CONSTRAINT invitation_fact_has_a_name,
  DROP COLUMN visit_ends_on, DROP COLUMN visit_starts_on, DROP COLUMN decline_reason, DROP COLUMN answered_on,
  DROP COLUMN invited_on, DROP COLUMN purpose, DROP COLUMN agency_code, DROP COLUMN state;

DELETE FROM network_event_participation p USING network_event e WHERE e.id = p.event_id AND e.source_id IS NULL;
ALTER TABLE network_event_participation DROP COLUMN removed_on, DROP COLUMN persons, DROP COLUMN as_guest,
  DROP COLUMN synthetic, DROP COLUMN version, DROP COLUMN id,
  DROP CONSTRAINT one_participation_a_country, ADD PRIMARY KEY (event_id, country_code);
CREATE INDEX network_event_participation_by_country ON network_event_participation (country_code, event_id);

DELETE FROM network_event WHERE source_id IS NULL;
DROP INDEX network_event_by_edition; DROP INDEX network_event_by_title; DROP INDEX network_event_by_number;
ALTER TABLE network_event ALTER COLUMN id DROP DEFAULT,
  DROP COLUMN version, DROP COLUMN synthetic, DROP CONSTRAINT network_event_fact_has_a_name,
  DROP CONSTRAINT network_event_ends_after_it_starts, DROP CONSTRAINT network_event_format_is_known,
  DROP COLUMN cancellation_reason, DROP COLUMN cancelled_on, DROP COLUMN state;

DELETE FROM network_chair WHERE source_id IS NULL;
DROP INDEX one_recorded_chair_an_edition;
ALTER TABLE network_chair DROP COLUMN valid;
ALTER TABLE network_chair ADD COLUMN valid daterange;
UPDATE network_chair SET valid = daterange(first_day, end_day);
ALTER TABLE network_chair DROP CONSTRAINT network_chair_pkey, DROP COLUMN id,
  DROP COLUMN version, DROP COLUMN synthetic, DROP COLUMN first_day, DROP COLUMN end_day,
  DROP COLUMN end_reason, DROP CONSTRAINT network_chair_edition_is_positive,
  ALTER COLUMN to_date SET NOT NULL, ALTER COLUMN valid SET NOT NULL,
  ADD CHECK (NOT isempty(valid)), ADD PRIMARY KEY (network_code, edition);
CREATE INDEX network_chair_by_network ON network_chair USING gist (network_code, valid);

DELETE FROM network_membership WHERE source_id IS NULL;
ALTER TABLE network_membership DROP COLUMN valid;
ALTER TABLE network_membership ADD COLUMN valid daterange;
UPDATE network_membership SET valid = daterange(first_day, end_day);
ALTER TABLE network_membership ALTER COLUMN id DROP DEFAULT,
  DROP COLUMN version, DROP COLUMN synthetic, DROP CONSTRAINT network_membership_fact_has_a_name,
  DROP COLUMN first_day, DROP COLUMN end_day, DROP COLUMN ended_on, DROP COLUMN end_reason,
  ALTER COLUMN valid SET NOT NULL, ADD CHECK (NOT isempty(valid)),
  ADD CONSTRAINT one_membership_a_country_and_day
    EXCLUDE USING gist (network_code WITH =, country_code WITH =, valid WITH &&) DEFERRABLE;
CREATE INDEX network_membership_by_country ON network_membership USING gist (country_code, valid);
CREATE INDEX network_membership_by_agency ON network_membership USING gist (agency_code, valid);
`;
