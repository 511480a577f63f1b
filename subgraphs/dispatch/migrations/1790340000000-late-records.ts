import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Dispatches recorded after a later one of the same official, and terms of whole years.
 *
 * - `followed`: when the first day was recorded, a later dispatch of the official had begun. Then the official counts as
 *   back by the end of the term, until the return is recorded. That end is past: the later one has begun.
 * - `years_on`: the end of a term of whole years, its first day after. Where the last month has no such day, the term
 *   ends with that month (Civil Code, art. 143 (2)): five years from 29 February 2028 end with 28 February 2033.
 */
export class LateRecords1790340000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE FUNCTION years_on(day date, years integer) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (day + make_interval(years => years))::date
  + CASE WHEN extract(day FROM day + make_interval(years => years)) < extract(day FROM day) THEN 1 ELSE 0 END;
ALTER TABLE dispatch DROP CONSTRAINT dispatch_consultation;
ALTER TABLE dispatch ADD CONSTRAINT dispatch_consultation CHECK (
  npa_consulted_on IS NOT NULL
  OR planned_to <= years_on(coalesce(started_on, planned_from), 5));
ALTER TABLE dispatch ADD COLUMN followed boolean NOT NULL DEFAULT false;
ALTER TABLE dispatch_history ADD COLUMN followed boolean NOT NULL DEFAULT false;
ALTER TABLE dispatch ADD CONSTRAINT dispatch_followed CHECK (NOT followed OR started_on IS NOT NULL);
ALTER TABLE dispatch
  ALTER COLUMN state SET EXPRESSION AS (
    CASE WHEN cancelled_on IS NOT NULL THEN 'CANCELLED'
         WHEN returned_on IS NOT NULL OR followed THEN 'RETURNED'
         WHEN started_on IS NOT NULL THEN 'ON_DISPATCH'
         WHEN consent_on IS NOT NULL THEN 'CONSENTED'
         ELSE 'PLANNED' END),
  ALTER COLUMN on_dispatch_until SET EXPRESSION AS (
    CASE WHEN started_on IS NOT NULL
         THEN coalesce(returned_on, CASE WHEN followed THEN planned_to END, 'infinity'::date) END),
  ALTER COLUMN on_dispatch SET EXPRESSION AS (
    CASE WHEN started_on IS NOT NULL
         THEN daterange(started_on, coalesce(returned_on, CASE WHEN followed THEN planned_to END)) END);
DROP INDEX dispatch_by_length;
CREATE INDEX dispatch_by_length ON dispatch ((on_dispatch_until - started_on))
  WHERE on_dispatch_until < 'infinity';
CREATE OR REPLACE FUNCTION dispatch_horizon(day date) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT least(
    (SELECT min(first_day) FROM public.dispatch WHERE on_dispatch_until = 'infinity'),
    day - coalesce(
      (SELECT max(on_dispatch_until - started_on) FROM public.dispatch WHERE on_dispatch_until < 'infinity'), 0))
$$;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE OR REPLACE FUNCTION dispatch_horizon(day date) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT least(
    (SELECT min(first_day) FROM public.dispatch WHERE on_dispatch_until = 'infinity'),
    day - coalesce(
      (SELECT max(returned_on - started_on) FROM public.dispatch WHERE returned_on IS NOT NULL), 0))
$$;
DROP INDEX dispatch_by_length;
ALTER TABLE dispatch
  ALTER COLUMN state SET EXPRESSION AS (
    CASE WHEN cancelled_on IS NOT NULL THEN 'CANCELLED'
         WHEN returned_on IS NOT NULL THEN 'RETURNED'
         WHEN started_on IS NOT NULL THEN 'ON_DISPATCH'
         WHEN consent_on IS NOT NULL THEN 'CONSENTED'
         ELSE 'PLANNED' END),
  ALTER COLUMN on_dispatch_until SET EXPRESSION AS (
    CASE WHEN started_on IS NOT NULL THEN coalesce(returned_on, 'infinity'::date) END),
  ALTER COLUMN on_dispatch SET EXPRESSION AS (
    CASE WHEN started_on IS NOT NULL THEN daterange(started_on, returned_on) END);
CREATE INDEX dispatch_by_length ON dispatch ((returned_on - started_on))
  WHERE returned_on IS NOT NULL;
ALTER TABLE dispatch_history DROP COLUMN followed;
ALTER TABLE dispatch DROP COLUMN followed;
ALTER TABLE dispatch DROP CONSTRAINT dispatch_consultation;
ALTER TABLE dispatch ADD CONSTRAINT dispatch_consultation CHECK (
  npa_consulted_on IS NOT NULL
  OR planned_to <= coalesce(started_on, planned_from) + interval '5 years');
DROP FUNCTION years_on;
`);
  }
}
