import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../kit/request-context";
import { Application } from "../application/application";
import { applicationById } from "../application/application.loader";
import { referenced } from "../record/record.loader";
import { CandidateEnrolment } from "./candidate-enrolment";
import { TrainingCourse } from "./training-course";
import { enrolmentsByApplicationId, trainingCourseById } from "./training.loader";

/** Enrolments and what they lead to. */
@Resolver(() => CandidateEnrolment)
export class CandidateEnrolmentResolver {
  @FieldResolver(() => Application, { description: "The application that was selected." })
  application(
    @Root() { applicationId }: CandidateEnrolment,
    @Ctx() context: RequestContext,
  ): Promise<Application> {
    return referenced(context, applicationById, applicationId);
  }

  @FieldResolver(() => TrainingCourse, { description: "The course." })
  course(
    @Root() { courseId }: CandidateEnrolment,
    @Ctx() context: RequestContext,
  ): Promise<TrainingCourse> {
    return referenced(context, trainingCourseById, courseId);
  }
}

/** What the training adds to an application. */
@Resolver(() => Application)
export class ApplicationEnrolmentsResolver {
  @FieldResolver(() => [CandidateEnrolment], {
    description: "The courses the candidate takes or took, in order of enrolment.",
  })
  enrolments(
    @Root() { id }: Application,
    @Ctx() context: RequestContext,
  ): Promise<CandidateEnrolment[]> {
    return context.load(enrolmentsByApplicationId, id);
  }
}
