import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { PublishedFigure } from "../../catalog/published-figure/published-figure";
import {
  PublishedFigureConnection,
  PublishedFigureArguments,
  publishedFigures,
} from "../../catalog/published-figure/published-figure.list";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import { TrainingCourse } from "./training-course";

const figuresByCourse = publishedFigures.ofParent({
  name: "byCourse",
  keyType: "text",
  condition: (key) => `t.dimension = 'course' AND t.dimension_value = ${key}`,
});

/** Training courses and what they lead to. */
@Resolver(() => TrainingCourse)
export class TrainingCourseResolver {
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
}
