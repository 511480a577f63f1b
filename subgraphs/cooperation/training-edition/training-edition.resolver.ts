import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { FiscalYear } from "../../catalog/fiscal-year/fiscal-year";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import { existing } from "../loader/record-by-id";
import { TrainingCourse } from "../training-course/training-course";
import { trainingCourseByCode } from "../training-course/training-course.loader";
import { TrainingEdition } from "./training-edition";
import {
  TrainingEditionArguments,
  TrainingEditionConnection,
  trainingEditions,
} from "./training-edition.list";
import { participationsByEditionId, trainingEditionById } from "./training-edition.loader";
import { TrainingParticipation } from "./training-participation";

/** Editions of training courses and what they lead to. */
@Resolver(() => TrainingEdition)
export class TrainingEditionResolver {
  @Query(() => TrainingEdition, {
    nullable: true,
    description: "The edition of a training course with this id; null where there is none.",
  })
  trainingEdition(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<TrainingEdition | null> {
    return context.load(trainingEditionById, id);
  }

  @Query(() => TrainingEditionConnection, {
    nullable: true,
    description: "Editions of all courses for officials of developing countries.",
  })
  trainingEditions(
    @Args(() => TrainingEditionArguments) list: TrainingEditionArguments,
    @Ctx() context: RequestContext,
  ): Connection<TrainingEdition> {
    return new TrainingEditionConnection(trainingEditions.page(context, list));
  }

  @FieldResolver(() => TrainingCourse, { description: "The course." })
  async course(
    @Root() { courseCode }: TrainingEdition,
    @Ctx() context: RequestContext,
  ): Promise<TrainingCourse> {
    return existing(await context.load(trainingCourseByCode, courseCode), `course ${courseCode}`);
  }

  @FieldResolver(() => FiscalYear, { description: "The fiscal year its first day lies in." })
  fiscalYear(@Root() { fiscalYearNumber }: TrainingEdition): FiscalYear {
    return new FiscalYear(fiscalYearNumber);
  }

  @FieldResolver(() => [TrainingParticipation], {
    description: "How many persons of each country took part, in order of country code.",
  })
  participants(
    @Root() { id }: TrainingEdition,
    @Ctx() context: RequestContext,
  ): Promise<TrainingParticipation[]> {
    return context.load(participationsByEditionId, id);
  }

  @FieldResolver(() => Int, { description: "How many persons took part, all countries together." })
  async participantCount(
    @Root() { id }: TrainingEdition,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const participations = await context.load(participationsByEditionId, id);
    return participations.reduce((sum, { persons }) => sum + persons, 0);
  }
}
