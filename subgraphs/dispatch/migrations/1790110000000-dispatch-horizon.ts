import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * `dispatch_horizon`: who is on dispatch on a day began no earlier, because nobody who is back was away for longer,
 * and nobody who is not back began before. Lists as of a day read no index beyond it.
 */
export class DispatchHorizon1790110000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE INDEX dispatch_by_length ON dispatch ((returned_on - started_on))
  WHERE returned_on IS NOT NULL;
CREATE FUNCTION dispatch_horizon(day date) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT least(
    (SELECT min(first_day) FROM public.dispatch WHERE on_dispatch_until = 'infinity'),
    day - coalesce(
      (SELECT max(returned_on - started_on) FROM public.dispatch WHERE returned_on IS NOT NULL), 0))
$$;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION dispatch_horizon;
DROP INDEX dispatch_by_length;
`);
  }
}
