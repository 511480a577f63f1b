import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payloadType, type Payload } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { CooperationUserError } from "../error/cooperation-user-error";
import { TrainingEdition } from "./training-edition";
import {
  CloseTrainingEditionInput,
  OpenTrainingEditionInput,
  RecordTrainingParticipantsInput,
} from "./training-edition.inputs";
import {
  closeTrainingEdition,
  openTrainingEdition,
  recordTrainingParticipants,
} from "./training-edition.service";
import { TrainingParticipation } from "./training-participation";

const TrainingEditionPayload = payloadType(
  "TrainingEdition",
  "trainingEdition",
  TrainingEdition,
  CooperationUserError,
);

const TrainingParticipationPayload = payloadType(
  "TrainingParticipation",
  "trainingParticipation",
  TrainingParticipation,
  CooperationUserError,
);

/** What can be done with editions of training courses. */
@Resolver()
export class TrainingEditionChangesResolver {
  @Mutation(() => TrainingEditionPayload, {
    nullable: true,
    description: "Records an edition of a course for officials of developing countries.",
  })
  openTrainingEdition(
    @Arg("input", () => OpenTrainingEditionInput, { description: "The edition." })
    input: OpenTrainingEditionInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(openTrainingEdition, input).then(TrainingEditionPayload.of);
  }

  @Mutation(() => TrainingParticipationPayload, {
    nullable: true,
    description:
      "Records how many officials of a country took part in an edition that has begun and is open. Said again, it takes the place of what was said before.",
  })
  recordTrainingParticipants(
    @Arg("input", () => RecordTrainingParticipantsInput, { description: "How many." })
    input: RecordTrainingParticipantsInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(recordTrainingParticipants, input).then(TrainingParticipationPayload.of);
  }

  @Mutation(() => TrainingEditionPayload, {
    nullable: true,
    description: "Records that an edition is over; from then on its participants are final.",
  })
  closeTrainingEdition(
    @Arg("input", () => CloseTrainingEditionInput, { description: "Which edition." })
    input: CloseTrainingEditionInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(closeTrainingEdition, input).then(TrainingEditionPayload.of);
  }
}
