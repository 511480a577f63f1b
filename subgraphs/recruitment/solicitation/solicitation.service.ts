import { versionConflict } from "../../kit/mutation/version-conflict";
import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import { Refused } from "../../kit/mutation/refusal";
import { Application } from "../application/application";
import { atTheSameMoment } from "../record/broken-rules";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { isThere, type RecruitmentChange } from "../record/record.service";
import { trimmed } from "../record/text.rules";
import { Solicitation } from "./solicitation";
import { SolicitationCategory } from "./solicitation-category";
import type { CloseSolicitationInput, OpenSolicitationInput } from "./solicitation.inputs";
import { checkEarlyClosing, checkSolicitation, noSolicitation } from "./solicitation.rules";

const fiscalYearIsTaken = "a fiscal year without a solicitation";

/** Opens a solicitation of a fiscal year that has none, published or recorded. */
export const openSolicitation: ChangeDefinition<
  OpenSolicitationInput,
  Solicitation,
  RecruitmentErrorCode
> = {
  name: "openSolicitation",
  node: Solicitation,
  constraints: {
    solicitation_pkey: atTheSameMoment("SOLICITATION_EXISTS", fiscalYearIsTaken, "fiscalYear"),
  },
  work: async (change, input) => {
    const { fiscalYear, categories } = input;
    change.refuse(checkSolicitation(input));
    change.check(
      !(await isThere(change, Solicitation, { fiscalYearNumber: fiscalYear })),
      "SOLICITATION_EXISTS",
      `Expected ${fiscalYearIsTaken}, received ${fiscalYear}.`,
      ...["input", "fiscalYear"],
    );
    const solicitation = await change.insert(Solicitation, {
      fiscalYearNumber: fiscalYear,
      agencyCode: input.agency,
      opensOn: input.opensOn,
      closesOn: input.closesOn,
      note: trimmed(input.note),
    });
    for (const categoryCode of categories) {
      await change.insert(SolicitationCategory, { fiscalYear, categoryCode });
    }
    return solicitation;
  },
};

/** Closes a recorded solicitation earlier than announced. */
export const closeSolicitation: ChangeDefinition<
  CloseSolicitationInput,
  Solicitation,
  RecruitmentErrorCode
> = {
  name: "closeSolicitation",
  node: Solicitation,
  constraints: {},
  work: async (change, { fiscalYear, closedOn, expectedVersion }) => {
    const solicitation = await lockSolicitation(change, fiscalYear);
    change.check(
      expectedVersion == null || expectedVersion === solicitation.version,
      "VERSION_CONFLICT",
      versionConflict(
        `the solicitation of ${fiscalYear}`,
        expectedVersion ?? 0,
        solicitation.version,
      ),
      ...["input", "expectedVersion"],
    );
    change.settle();
    const [last] = await change.see(Application, {
      where: { fiscalYear },
      order: { receivedOn: "DESC" },
      take: 1,
      comment: "closeSolicitation.last",
    });
    change.refuse(checkEarlyClosing(closedOn, solicitation, last?.receivedOn ?? null));
    return change.update(Solicitation, solicitation, { closedOn });
  },
};

/**
 * Reads the solicitation of a fiscal year and keeps it as it is until the change ends, for others too who only keep it;
 * the first lock of every change that takes it.
 * @throws Refused NOT_FOUND
 */
export async function keepSolicitation(
  { manager }: RecruitmentChange,
  fiscalYear: number,
): Promise<Solicitation> {
  const solicitation = await manager.findOne(Solicitation, {
    where: { fiscalYearNumber: fiscalYear },
    lock: { mode: "pessimistic_read" },
    comment: "keepSolicitation",
  });
  if (solicitation) return solicitation;
  throw new Refused([noSolicitation(fiscalYear)]);
}

async function lockSolicitation(
  change: RecruitmentChange,
  fiscalYear: number,
): Promise<Solicitation> {
  const solicitation = await change.find(Solicitation, { fiscalYearNumber: fiscalYear });
  if (solicitation) return solicitation;
  throw new Refused([noSolicitation(fiscalYear)]);
}
