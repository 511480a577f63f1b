import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { FiscalYear } from "../../catalog/fiscal-year/fiscal-year";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import { CandidateEnrolment } from "./candidate-enrolment";
import {
  CandidateEnrolmentArguments,
  CandidateEnrolmentConnection,
  enrolmentsByCourseId,
} from "./candidate-enrolment.list";
import { TrainingCourse } from "./training-course";
import {
  TrainingCourseArguments,
  TrainingCourseConnection,
  trainingCourses,
} from "./training-course.list";
import { trainingCourseById } from "./training.loader";

/** Courses for candidates and what they lead to. */
@Resolver(() => TrainingCourse)
export class TrainingCourseResolver {
  @Query(() => TrainingCourse, {
    nullable: true,
    description: "The course with this id; null where there is none.",
  })
  recruitmentTrainingCourse(
    @Arg("id", () => ID, { description: "Of the course." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<TrainingCourse | null> {
    return context.load(trainingCourseById, id);
  }

  @Query(() => TrainingCourseConnection, {
    nullable: true,
    description: "All courses for candidates.",
  })
  recruitmentTrainingCourses(
    @Args(() => TrainingCourseArguments) list: TrainingCourseArguments,
    @Ctx() context: RequestContext,
  ): Connection<TrainingCourse> {
    return new TrainingCourseConnection(trainingCourses.page(context, list));
  }

  @FieldResolver(() => FiscalYear, { description: "The fiscal year of its first day." })
  fiscalYear(@Root() { fiscalYearNumber }: TrainingCourse): FiscalYear {
    return new FiscalYear(fiscalYearNumber);
  }

  @FieldResolver(() => CandidateEnrolmentConnection, {
    nullable: true,
    description: "Who is or was enrolled in it.",
  })
  enrolments(
    @Root() { id }: TrainingCourse,
    @Args(() => CandidateEnrolmentArguments) list: CandidateEnrolmentArguments,
    @Ctx() context: RequestContext,
  ): Connection<CandidateEnrolment> {
    return new CandidateEnrolmentConnection(enrolmentsByCourseId(context, id, list));
  }
}
