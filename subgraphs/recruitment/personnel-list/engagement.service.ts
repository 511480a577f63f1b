import { IsNull, Not } from "typeorm";
import { ListRequest, ListRequestState } from "../list-request/list-request";
import { Municipality } from "../municipality/municipality";
import type { RecruitmentChange } from "../record/recruitment-changes";
import { Engagement } from "./engagement";
import type { EngagementFacts } from "./engagement.rules";
import type { Registration } from "./registration";

/**
 * Reads what the rules ask of an engagement whose place on the list is locked. The grant stays until the change ends.
 *
 * @param place.otherThan - the engagement itself, where it is on record
 */
export async function engagementFacts(
  change: RecruitmentChange,
  registration: Registration,
  {
    otherThan,
    ...place
  }: Pick<Engagement, "municipalityCode" | "role"> & { readonly otherThan?: string },
): Promise<EngagementFacts> {
  const { municipalityCode } = place;
  const municipality = await change.manager.findOne(Municipality, {
    where: { code: municipalityCode },
    comment: "engagementFacts.municipality",
  });
  const granted = await change.manager.findOne(ListRequest, {
    where: { municipalityCode, state: ListRequestState.GRANTED },
    lock: { mode: "pessimistic_read" },
    comment: "engagementFacts.granted",
  });
  const others = await change.see(Engagement, {
    where: {
      applicantId: registration.applicantId,
      ...place,
      cancelledOn: IsNull(),
      ...(otherThan !== undefined && { id: Not(otherThan) }),
    },
    comment: "engagementFacts.others",
  });
  return { registration, municipality, grantedOn: granted?.decidedOn ?? null, others };
}
