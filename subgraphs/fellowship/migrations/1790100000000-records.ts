import type { MigrationInterface, QueryRunner } from "typeorm";

/** The tables of the office that runs the programs: cohorts it opens, fellows, placements, schedules of phases. */
export class Records1790100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE cohort
  ALTER COLUMN id TYPE text COLLATE "C",
  ALTER COLUMN source_id DROP NOT NULL,
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN synthetic boolean NOT NULL DEFAULT false,
  ADD COLUMN ends_latest date;
UPDATE cohort SET ends_latest = CASE length(ends_on)
  WHEN 4 THEN (ends_on || '-12-31')::date
  WHEN 7 THEN ((ends_on || '-01')::date + interval '1 month' - interval '1 day')::date
  ELSE ends_on::date
END;
ALTER TABLE cohort
  ADD CONSTRAINT cohort_end_known_or_not CHECK ((ends_on IS NULL) = (ends_latest IS NULL)),
  ADD CONSTRAINT cohort_ends_after_start CHECK (starts_earliest <= ends_latest),
  ADD CONSTRAINT cohort_recorded_to_the_day CHECK (source_id IS NOT NULL OR (
    length(starts_on) = 10 AND starts_earliest = starts_latest AND length(ends_on) = 10
    AND starts_on IS NOT NULL AND ends_on IS NOT NULL AND fiscal_year IS NOT NULL)),
  ADD CONSTRAINT cohort_of_program UNIQUE (id, program_code);

CREATE TABLE phase_schedule (
  id text COLLATE "C" PRIMARY KEY DEFAULT gen_random_uuid()::text,
  version integer NOT NULL DEFAULT 1,
  synthetic boolean NOT NULL DEFAULT false,
  cohort_id text COLLATE "C" NOT NULL,
  program_code text NOT NULL,
  phase_code text NOT NULL,
  from_date date NOT NULL,
  to_date date,
  valid daterange GENERATED ALWAYS AS (daterange(from_date, to_date)) STORED,
  CONSTRAINT phase_schedule_of_cohort FOREIGN KEY (cohort_id, program_code) REFERENCES cohort (id, program_code),
  CONSTRAINT phase_schedule_of_phase FOREIGN KEY (program_code, phase_code) REFERENCES fellowship_phase,
  CONSTRAINT phase_schedule_once UNIQUE (cohort_id, phase_code),
  CONSTRAINT phase_schedule_ends_after_start CHECK (from_date < to_date),
  CONSTRAINT phase_schedule_without_overlap EXCLUDE USING gist (cohort_id WITH =, valid WITH &&)
);
CREATE INDEX phase_schedule_by_cohort ON phase_schedule (cohort_id, from_date, id);

CREATE TABLE fellow (
  id text COLLATE "C" PRIMARY KEY DEFAULT gen_random_uuid()::text,
  version integer NOT NULL DEFAULT 1,
  synthetic boolean NOT NULL DEFAULT false,
  fellow_number text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  cohort_id text COLLATE "C" NOT NULL,
  sending_agency_code text COLLATE "C" NOT NULL,
  sending_country_code text COLLATE "C" NOT NULL
    GENERATED ALWAYS AS (split_part(sending_agency_code, '-', 1)) STORED,
  status text COLLATE "C" NOT NULL DEFAULT 'ADMITTED',
  admitted_on date NOT NULL,
  completed_on date,
  withdrawn_on date,
  withdrawal_reason text,
  CONSTRAINT fellow_number_once UNIQUE (fellow_number),
  CONSTRAINT fellow_of_cohort FOREIGN KEY (cohort_id) REFERENCES cohort,
  CONSTRAINT fellow_number_is_text CHECK (fellow_number ~ '\\S' AND length(fellow_number) <= 50),
  CONSTRAINT fellow_name_is_text CHECK (name ~ '\\S' AND length(name) <= 200),
  CONSTRAINT fellow_status_known CHECK (status IN ('ADMITTED', 'COMPLETED', 'WITHDRAWN')),
  CONSTRAINT fellow_status_fits_days CHECK (
    (status = 'COMPLETED') = (completed_on IS NOT NULL)
    AND (status = 'WITHDRAWN') = (withdrawn_on IS NOT NULL)),
  CONSTRAINT fellow_withdrawal_has_reason CHECK (
    (withdrawn_on IS NULL) = (withdrawal_reason IS NULL)
    AND (withdrawal_reason ~ '\\S' AND length(withdrawal_reason) <= 2000) IS NOT FALSE),
  CONSTRAINT fellow_ends_after_admission CHECK (
    (completed_on >= admitted_on) IS NOT FALSE AND (withdrawn_on >= admitted_on) IS NOT FALSE)
);
CREATE INDEX fellow_by_number ON fellow (fellow_number, id);
CREATE INDEX fellow_by_name ON fellow (name, id);
CREATE INDEX fellow_by_admission ON fellow (admitted_on, id);
CREATE INDEX fellow_by_status ON fellow (status, fellow_number, id);
CREATE INDEX fellow_by_cohort ON fellow (cohort_id, fellow_number, id);
CREATE INDEX fellow_by_sending_agency ON fellow (sending_agency_code, fellow_number, id);
CREATE INDEX fellow_by_sending_country ON fellow (sending_country_code, fellow_number, id);

CREATE TABLE placement (
  id text COLLATE "C" PRIMARY KEY DEFAULT gen_random_uuid()::text,
  version integer NOT NULL DEFAULT 1,
  synthetic boolean NOT NULL DEFAULT false,
  fellow_id text COLLATE "C" NOT NULL,
  host_kind text COLLATE "C" NOT NULL,
  host_agency_code text COLLATE "C",
  host_name text COLLATE "C",
  from_date date NOT NULL,
  to_date date,
  valid daterange GENERATED ALWAYS AS (daterange(from_date, to_date)) STORED,
  end_reason text,
  cancelled_on date,
  cancellation_reason text,
  CONSTRAINT placement_of_fellow FOREIGN KEY (fellow_id) REFERENCES fellow,
  CONSTRAINT placement_host_kind_known CHECK (host_kind IN ('AGENCY', 'DIET_OFFICE', 'COMPANY')),
  CONSTRAINT placement_host_fits_kind CHECK (
    (host_kind = 'AGENCY') = (host_agency_code IS NOT NULL)
    AND (host_kind = 'AGENCY') = (host_name IS NULL)),
  CONSTRAINT placement_host_name_is_text CHECK (host_name ~ '\\S' AND length(host_name) <= 200),
  CONSTRAINT placement_ends_after_start CHECK (from_date < to_date),
  CONSTRAINT placement_ended_has_end CHECK (end_reason IS NULL OR to_date IS NOT NULL),
  CONSTRAINT placement_end_reason_is_text CHECK (end_reason ~ '\\S' AND length(end_reason) <= 2000),
  CONSTRAINT placement_cancellation_has_reason CHECK (
    (cancelled_on IS NULL) = (cancellation_reason IS NULL)
    AND (cancellation_reason ~ '\\S' AND length(cancellation_reason) <= 2000) IS NOT FALSE),
  CONSTRAINT placement_cancelled_before_start CHECK (cancelled_on < from_date),
  CONSTRAINT placement_ended_or_cancelled CHECK (cancelled_on IS NULL OR end_reason IS NULL),
  CONSTRAINT placement_one_at_a_time
    EXCLUDE USING gist (fellow_id WITH =, valid WITH &&) WHERE (cancelled_on IS NULL)
);
CREATE INDEX placement_by_fellow ON placement (fellow_id, from_date, id);
CREATE INDEX placement_by_host_agency ON placement (host_agency_code, from_date, id);
CREATE INDEX placement_by_start ON placement (from_date, id);
CREATE INDEX placement_by_end ON placement (coalesce(to_date, 'infinity'::date), id);
CREATE INDEX placement_in_force ON placement USING gist (valid) WHERE (cancelled_on IS NULL);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE placement;
DROP TABLE fellow;
DROP TABLE phase_schedule;
DELETE FROM cohort WHERE source_id IS NULL;
ALTER TABLE cohort
  DROP CONSTRAINT cohort_of_program,
  DROP CONSTRAINT cohort_recorded_to_the_day,
  DROP CONSTRAINT cohort_ends_after_start,
  DROP CONSTRAINT cohort_end_known_or_not,
  DROP COLUMN ends_latest,
  DROP COLUMN synthetic,
  DROP COLUMN version,
  ALTER COLUMN source_id SET NOT NULL,
  ALTER COLUMN id TYPE text COLLATE "default";
`);
  }
}
