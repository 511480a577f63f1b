import type { StartedPeriod } from "../../kit/rules/period";
import { movedTo, type Rules } from "../../kit/rules/rule";
import type { FellowshipErrorCode } from "../record/fellowship-error-code";
import type { Fellow } from "./fellow";
import {
  type AdmissionFacts,
  admissionRules,
  completionRules,
  type FellowFacts,
  type FellowValues,
  placementsEndRule,
  withdrawalRules,
} from "./fellow.rules";

/** The end of a fellowship: its completion, a withdrawal, or neither yet. */
export type FellowshipEnd = Readonly<
  Pick<Fellow, "completedOn" | "withdrawnOn" | "withdrawalReason">
>;

/** A fellow from admission to the end. */
export interface WholeFellow extends FellowValues, FellowshipEnd {}

/** What the rules on a whole fellow ask. */
export interface WholeFellowFacts extends AdmissionFacts {
  /** The placements that were not cancelled. */
  readonly placements: readonly StartedPeriod[];
}

/** How far a fellow has come, by the end. */
export function statusBy({
  completedOn,
  withdrawnOn,
}: Pick<FellowshipEnd, "completedOn" | "withdrawnOn">): FellowFacts["status"] {
  if (completedOn !== null) return "COMPLETED";
  return withdrawnOn === null ? "ADMITTED" : "WITHDRAWN";
}

/** The rules of a whole fellow: those on admission, then those on the end. */
export function wholeFellowRules(
  fellow: WholeFellow,
  facts: WholeFellowFacts,
): Rules<FellowshipErrorCode> {
  return [admissionRules(fellow, facts), endRules(fellow, facts)];
}

/** A fellowship is completed or withdrawn from, by the rules for one that goes on; or neither. */
function endRules(
  { fellowNumber, admittedOn, completedOn, withdrawnOn, withdrawalReason }: WholeFellow,
  { today, cohort, placements }: WholeFellowFacts,
): Rules<FellowshipErrorCode> {
  const fellow: FellowFacts = {
    fellowNumber,
    status: "ADMITTED",
    admittedOn,
    completedOn: null,
    withdrawnOn: null,
  };
  const facts = { today, fellow, cohort };
  if (withdrawnOn === null) {
    const completion = completedOn === null ? [] : completionRules(completedOn, facts, placements);
    return [
      movedTo({ lastDay: "completedOn" }, completion),
      {
        holds: withdrawalReason === null,
        code: "INVALID_TEXT",
        message: "Expected nothing where there is no day of withdrawal, received a reason.",
        at: "withdrawalReason",
      },
    ];
  }
  if (completedOn !== null) {
    const message = `Expected nothing beside a completion, on ${completedOn}, received ${withdrawnOn}.`;
    return [{ holds: false, code: "FELLOWSHIP_COMPLETED", message, at: "withdrawnOn" }];
  }
  const withdrawal = { lastDay: withdrawnOn, reason: withdrawalReason ?? "" };
  return movedTo({ lastDay: "withdrawnOn", reason: "withdrawalReason" }, [
    withdrawalRules(withdrawal, facts),
    placementsEndRule(withdrawnOn, placements),
  ]);
}
