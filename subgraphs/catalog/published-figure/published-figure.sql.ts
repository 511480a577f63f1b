/**
 * The tables of published figures, the same in every subgraph's database.
 *
 * A series is what two revisions of one figure share: measure, time and part. `base_series` is the series of the
 * total that a part belongs to.
 */
export const createFigureTables = `
CREATE TABLE published_measure (
  code text PRIMARY KEY,
  definition text NOT NULL
);
CREATE TABLE published_figure (
  id text PRIMARY KEY,
  position integer NOT NULL UNIQUE DEFERRABLE,
  measure text NOT NULL REFERENCES published_measure,
  kind text NOT NULL CHECK (kind IN ('STOCK', 'FLOW', 'CUMULATIVE')),
  as_of text,
  period_start text,
  period_end text,
  fiscal_year integer,
  dimension text NOT NULL,
  dimension_value text,
  dimension_label text,
  value integer CHECK (value >= 0),
  unit text NOT NULL,
  source_id text NOT NULL,
  locator text,
  revision integer NOT NULL CHECK (revision >= 1),
  confidence text NOT NULL CHECK (confidence IN ('HIGH', 'MEDIUM', 'LOW')),
  note text,
  country_code text,
  agency_code text,
  base_series text NOT NULL GENERATED ALWAYS AS (
    measure || '|' || kind || '|' || coalesce(as_of, '') || '|' || coalesce(period_start, '') || '|'
    || coalesce(period_end, '') || '|' || coalesce(fiscal_year::text, '')
  ) STORED,
  CHECK ((dimension = 'none') = (dimension_value IS NULL)),
  UNIQUE NULLS NOT DISTINCT (base_series, dimension, dimension_value, revision) DEFERRABLE
);
CREATE INDEX published_figure_by_fiscal_year ON published_figure (fiscal_year, position);
CREATE INDEX published_figure_by_agency ON published_figure (agency_code, position) WHERE agency_code IS NOT NULL;
CREATE INDEX published_figure_by_country ON published_figure (country_code, position) WHERE country_code IS NOT NULL;
CREATE TABLE figure_split (
  total_id text NOT NULL REFERENCES published_figure ON DELETE CASCADE,
  dimension text NOT NULL,
  has_residual boolean NOT NULL,
  PRIMARY KEY (total_id, dimension)
);
CREATE TABLE figure_dimension_value (
  dimension text NOT NULL,
  code text NOT NULL,
  position integer NOT NULL,
  name_en text,
  name_ja text,
  source_id text NOT NULL,
  note text,
  PRIMARY KEY (dimension, code),
  CHECK (num_nonnulls(name_en, name_ja) > 0)
);
`;

/** What measures are called, and which names are ours, in both languages; filled by the next load. */
export const nameFigureParts = `
ALTER TABLE published_measure
  ADD COLUMN name_en text NOT NULL DEFAULT '',
  ADD COLUMN name_ja text NOT NULL DEFAULT '',
  ADD COLUMN ours text NOT NULL DEFAULT '',
  ADD COLUMN definition_ja text NOT NULL DEFAULT '';
ALTER TABLE figure_dimension_value ADD COLUMN ours text NOT NULL DEFAULT '';
`;

/** Takes {@link nameFigureParts} back. */
export const unnameFigureParts = `
ALTER TABLE figure_dimension_value DROP COLUMN ours;
ALTER TABLE published_measure
  DROP COLUMN name_en, DROP COLUMN name_ja, DROP COLUMN ours, DROP COLUMN definition_ja;
`;

/** Takes {@link createFigureTables} back. */
export const dropFigureTables = `
DROP TABLE figure_dimension_value;
DROP TABLE figure_split;
DROP TABLE published_figure;
DROP TABLE published_measure;
`;
