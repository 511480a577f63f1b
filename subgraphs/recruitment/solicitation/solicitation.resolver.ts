import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { agencyOf } from "../../catalog/agency/agency-of";
import { FiscalYear } from "../../catalog/fiscal-year/fiscal-year";
import { asOfDescription } from "../../kit/clock";
import type { Connection } from "../../kit/connection/connection-type";
import { PageArguments } from "../../kit/connection/page";
import { DateScalar } from "../../kit/graphql/scalars";
import type { RequestContext } from "../../kit/request-context";
import { SkillCategory } from "../skill-standard/skill-category";
import { categoriesOf, categoryCodesByFiscalYear } from "../skill-standard/skill-category.loader";
import { Application } from "../application/application";
import {
  ApplicationArguments,
  ApplicationConnection,
  applicationsByFiscalYear,
} from "../application/application.list";
import { Solicitation } from "./solicitation";
import { SolicitationState, stateOn } from "./solicitation-state";
import { SolicitationConnection, solicitations } from "./solicitation.list";
import { solicitationByFiscalYear } from "./solicitation.loader";

/** Solicitations and what they lead to. */
@Resolver(() => Solicitation)
export class SolicitationResolver {
  @Query(() => Solicitation, {
    nullable: true,
    description: "The solicitation of a fiscal year; null where no source tells of one.",
  })
  solicitation(
    @Arg("fiscalYear", () => Int, {
      description: "The Western year in which the fiscal year starts.",
    })
    fiscalYear: number,
    @Ctx() context: RequestContext,
  ): Promise<Solicitation | null> {
    return context.load(solicitationByFiscalYear, fiscalYear);
  }

  @Query(() => SolicitationConnection, {
    nullable: true,
    description: "All solicitations, latest first.",
  })
  solicitations(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: RequestContext,
  ): Connection<Solicitation> {
    return new SolicitationConnection(solicitations.page(context, page));
  }

  @FieldResolver(() => FiscalYear, { description: "The fiscal year it counts for." })
  fiscalYear(@Root() { fiscalYearNumber }: Solicitation): FiscalYear {
    return new FiscalYear(fiscalYearNumber);
  }

  @FieldResolver(() => Agency, { description: "Who called for applications." })
  agency(@Root() { agencyCode }: Solicitation): Agency {
    return agencyOf(agencyCode);
  }

  @FieldResolver(() => SolicitationState, {
    description: "Whether it takes applications on a day.",
  })
  state(
    @Root() solicitation: Solicitation,
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDescription })
    asOf: string | null | undefined,
    @Ctx() context: RequestContext,
  ): SolicitationState {
    return stateOn(asOf ?? context.asOf, solicitation);
  }

  @FieldResolver(() => [SkillCategory], {
    description:
      "The categories asked for. For a published one as far as known: those first solicited in this year or before; that each was asked for again is our inference.",
  })
  async categories(
    @Root() { fiscalYearNumber }: Solicitation,
    @Ctx() context: RequestContext,
  ): Promise<SkillCategory[]> {
    const codes = await context.load(categoryCodesByFiscalYear, fiscalYearNumber);
    return categoriesOf(context, codes);
  }

  @FieldResolver(() => ApplicationConnection, {
    nullable: true,
    description: "The applications received, as far as they are on record here.",
  })
  applications(
    @Root() { fiscalYearNumber }: Solicitation,
    @Args(() => ApplicationArguments) list: ApplicationArguments,
    @Ctx() context: RequestContext,
  ): Connection<Application> {
    return new ApplicationConnection(applicationsByFiscalYear(context, fiscalYearNumber, list));
  }
}
