import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { PublishedFigure } from "../../catalog/published-figure/published-figure";
import {
  PublishedFigureConnection,
  PublishedFigureArguments,
  publishedFigures,
} from "../../catalog/published-figure/published-figure.list";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import type { TrainingEdition } from "../training-edition/training-edition";
import {
  editionsByCourseCode,
  TrainingEditionArguments,
  TrainingEditionConnection,
} from "../training-edition/training-edition.list";
import { TrainingCourse } from "./training-course";
import { trainingCourseByCode } from "./training-course.loader";

const figuresByCourse = publishedFigures.ofParent({
  name: "byCourse",
  keyType: "text",
  condition: (key) => `t.dimension = 'course' AND t.dimension_value = ${key}`,
});

/** Training courses and what they lead to. */
@Resolver(() => TrainingCourse)
export class TrainingCourseResolver {
  @Query(() => TrainingCourse, {
    nullable: true,
    description: "The course with this code; null where there is none.",
  })
  trainingCourse(
    @Arg("code", () => ID, { description: "As PERSONNEL_ADMINISTRATION." }) code: string,
    @Ctx() context: RequestContext,
  ): Promise<TrainingCourse | null> {
    return context.load(trainingCourseByCode, code);
  }

  @Query(() => [TrainingCourse], {
    nullable: true,
    description: "The courses for officials of developing countries.",
  })
  trainingCourses(@Ctx() { database }: RequestContext): Promise<TrainingCourse[]> {
    return database
      .getRepository(TrainingCourse)
      .find({ order: { position: "ASC" }, comment: "trainingCourses" });
  }

  @FieldResolver(() => PublishedFigureConnection, {
    description: "Published figures on the course.",
  })
  figures(
    @Root() { code }: TrainingCourse,
    @Args(() => PublishedFigureArguments) list: PublishedFigureArguments,
    @Ctx() context: RequestContext,
  ): Connection<PublishedFigure> {
    return new PublishedFigureConnection(figuresByCourse(context, code, list));
  }

  @FieldResolver(() => TrainingEditionConnection, {
    description: "The times it was or is to be held, as the office has recorded them.",
  })
  editions(
    @Root() { code }: TrainingCourse,
    @Args(() => TrainingEditionArguments) list: TrainingEditionArguments,
    @Ctx() context: RequestContext,
  ): Connection<TrainingEdition> {
    return new TrainingEditionConnection(editionsByCourseCode(context, code, list));
  }
}
