import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { FiscalYear } from "../../catalog/fiscal-year/fiscal-year";
import { findFiscalYear } from "../../catalog/fiscal-year/fiscal-year-range";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import type { Fellow } from "../fellow/fellow";
import { FellowArguments, FellowConnection, fellowsByCohortId } from "../fellow/fellow.list";
import { PhaseSchedule } from "../phase-schedule/phase-schedule";
import { phaseSchedulesByCohortId } from "../phase-schedule/phase-schedule.loader";
import { FellowshipProgram } from "../program/fellowship-program";
import { programByCode } from "../program/fellowship-program.loader";
import { Cohort } from "./cohort";
import { cohortId } from "./cohort-id";
import { CohortConnection, CohortArguments, cohorts } from "./cohort.list";
import { cohortById } from "./cohort.loader";

/** Cohorts and what they lead to. */
@Resolver(() => Cohort)
export class CohortResolver {
  @Query(() => Cohort, {
    nullable: true,
    description:
      "The cohort of a program with this number; null where no source tells of it and the office has opened none.",
  })
  cohort(
    @Arg("program", () => ID, { description: "The program's code, as MIKE_MANSFIELD." })
    program: string,
    @Arg("number", () => Int, { description: "The cohort's number: 28 is 第28期." }) number: number,
    @Ctx() context: RequestContext,
  ): Promise<Cohort | null> {
    return context.load(cohortById, cohortId(program, number));
  }

  @Query(() => CohortConnection, {
    nullable: true,
    description:
      "The cohorts of all programs that sources tell of or the office has opened; not all are found.",
  })
  cohorts(
    @Args(() => CohortArguments) list: CohortArguments,
    @Ctx() context: RequestContext,
  ): Connection<Cohort> {
    return new CohortConnection(cohorts.page(context, list));
  }

  @FieldResolver(() => FellowshipProgram, { description: "The program it belongs to." })
  program(
    @Root() { programCode }: Cohort,
    @Ctx() context: RequestContext,
  ): Promise<FellowshipProgram | null> {
    return context.load(programByCode, programCode);
  }

  @FieldResolver(() => FiscalYear, {
    nullable: true,
    description:
      "The fiscal year in which it began; null where its start is not known precisely enough to say.",
  })
  fiscalYear(@Root() { fiscalYearNumber }: Cohort): FiscalYear | null {
    return findFiscalYear(fiscalYearNumber);
  }

  @FieldResolver(() => [PhaseSchedule], {
    description:
      "When it goes through the phases of its program, in order; those not scheduled are left out.",
  })
  phaseSchedule(@Root() { id }: Cohort, @Ctx() context: RequestContext): Promise<PhaseSchedule[]> {
    return context.load(phaseSchedulesByCohortId, id);
  }

  @FieldResolver(() => FellowConnection, {
    description: "Its fellows on record; how many it has as published is publishedFellows.",
  })
  fellows(
    @Root() { id }: Cohort,
    @Args(() => FellowArguments) list: FellowArguments,
    @Ctx() context: RequestContext,
  ): Connection<Fellow> {
    return new FellowConnection(fellowsByCohortId(context, id, list));
  }
}
