import { IsNull } from "typeorm";
import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import { ListRequest } from "../list-request/list-request";
import { ListRequestState } from "../list-request/list-request-state";
import { Municipality } from "../municipality/municipality";
import { atTheSameMoment } from "../record/broken-rules";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import type { RecruitmentChange } from "../record/record.service";
import { trimmed } from "../record/text.rules";
import { Registration } from "../registration/registration";
import { Engagement } from "./engagement";
import type {
  CancelEngagementInput,
  EndEngagementInput,
  StartEngagementInput,
} from "./engagement.inputs";
import {
  checkCancellation,
  checkEnd,
  checkEngagement,
  type EngagementFacts,
} from "./engagement.rules";

/** Starts an engagement. Locks the registration, so that it is not removed meanwhile. */
export const startEngagement: ChangeDefinition<
  StartEngagementInput,
  Engagement,
  RecruitmentErrorCode
> = {
  name: "startEngagement",
  node: Engagement,
  constraints: {
    engagement_no_overlap: atTheSameMoment(
      "ALREADY_ENGAGED",
      "a period without an engagement of the person in this role",
      "from",
    ),
  },
  work: async (change, input) => {
    const {
      registration: registrationId,
      daysPerMonth,
      from,
      municipality: municipalityCode,
    } = input;
    const of = { id: registrationId };
    const registration = await change.lock(Registration, of, "input", "registration");
    const role = trimmed(input.role);
    const to = input.to ?? null;
    const facts = await factsOf(change, registration, { municipalityCode, role });
    change.refuse(checkEngagement(input, facts));
    return change.insert(Engagement, {
      registrationId,
      applicantId: registration.applicantId,
      municipalityCode,
      role,
      daysPerMonth,
      from,
      to,
      agreedTo: to,
      synthetic: registration.synthetic,
    });
  },
};

/** Ends an engagement earlier than agreed. */
export const endEngagement: ChangeDefinition<EndEngagementInput, Engagement, RecruitmentErrorCode> =
  {
    name: "endEngagement",
    node: Engagement,
    constraints: {},
    work: async (change, input) => {
      const engagement = await change.lock(Engagement, input);
      change.refuse(checkEnd(input, engagement, change.today));
      return change.update(Engagement, engagement, {
        to: input.on,
        endReason: trimmed(input.reason),
      });
    },
  };

/** Calls an engagement off before its first day. */
export const cancelEngagement: ChangeDefinition<
  CancelEngagementInput,
  Engagement,
  RecruitmentErrorCode
> = {
  name: "cancelEngagement",
  node: Engagement,
  constraints: {},
  work: async (change, input) => {
    const engagement = await change.lock(Engagement, input);
    const { reason } = input;
    const on = input.on ?? change.today;
    change.refuse(checkCancellation({ on, reason }, engagement, change.today));
    return change.update(Engagement, engagement, {
      cancelledOn: on,
      cancellationReason: trimmed(reason),
    });
  },
};

async function factsOf(
  change: RecruitmentChange,
  registration: Registration,
  place: Pick<Engagement, "municipalityCode" | "role">,
): Promise<EngagementFacts> {
  const { municipalityCode } = place;
  const municipality = await change.manager.findOne(Municipality, {
    where: { code: municipalityCode },
    comment: "startEngagement.municipality",
  });
  const granted = await change.manager.findOne(ListRequest, {
    where: { municipalityCode, state: ListRequestState.GRANTED },
    comment: "startEngagement.granted",
  });
  const others = await change.see(Engagement, {
    where: { applicantId: registration.applicantId, ...place, cancelledOn: IsNull() },
    comment: "startEngagement.others",
  });
  return { registration, municipality, grantedOn: granted?.decidedOn ?? null, others };
}
