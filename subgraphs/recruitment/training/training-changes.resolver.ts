import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { type Payload, payloadType } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { RecruitmentUserError } from "../record/recruitment-error-code";
import { CandidateEnrolment } from "./candidate-enrolment";
import { completeCandidateTraining, failCandidateTraining } from "./end-training.service";
import { enrolCandidate } from "./enrol-candidate.service";
import { TrainingCourse } from "./training-course";
import { openRecruitmentTrainingCourse } from "./training-course.service";
import {
  CompleteCandidateTrainingInput,
  EnrolCandidateInput,
  FailCandidateTrainingInput,
  OpenTrainingCourseInput,
} from "./training.inputs";

const TrainingCoursePayload = payloadType(
  "RecruitmentTrainingCourse",
  "recruitmentTrainingCourse",
  TrainingCourse,
  RecruitmentUserError,
);

const CandidateEnrolmentPayload = payloadType(
  "CandidateEnrolment",
  "candidateEnrolment",
  CandidateEnrolment,
  RecruitmentUserError,
);

/** What the ministry does with the training of candidates. */
@Resolver()
export class TrainingChangesResolver {
  @Mutation(() => TrainingCoursePayload, {
    nullable: true,
    description: "Opens a course for candidates.",
  })
  openRecruitmentTrainingCourse(
    @Arg("input", () => OpenTrainingCourseInput, { description: "The course." })
    input: OpenTrainingCourseInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(openRecruitmentTrainingCourse, input).then(TrainingCoursePayload.of);
  }

  @Mutation(() => CandidateEnrolmentPayload, {
    nullable: true,
    description: "Enrols a candidate, who was selected, in a course; once each.",
  })
  enrolCandidate(
    @Arg("input", () => EnrolCandidateInput, { description: "The candidate and the course." })
    input: EnrolCandidateInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(enrolCandidate, input).then(CandidateEnrolmentPayload.of);
  }

  @Mutation(() => CandidateEnrolmentPayload, {
    nullable: true,
    description:
      "Records that a candidate completed a course. With a course of each subject the application is TRAINED.",
  })
  completeCandidateTraining(
    @Arg("input", () => CompleteCandidateTrainingInput, { description: "The enrolment." })
    input: CompleteCandidateTrainingInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(completeCandidateTraining, input).then(CandidateEnrolmentPayload.of);
  }

  @Mutation(() => CandidateEnrolmentPayload, {
    nullable: true,
    description:
      "Records that a candidate failed a course. The application is then at TRAINING_FAILED; another course may be taken.",
  })
  failCandidateTraining(
    @Arg("input", () => FailCandidateTrainingInput, {
      description: "The enrolment and the reason.",
    })
    input: FailCandidateTrainingInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(failCandidateTraining, input).then(CandidateEnrolmentPayload.of);
  }
}
