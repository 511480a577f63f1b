import { brokenRules, type DispatchRefusal } from "../rules/broken-rules";
import type { DispatchErrorCode } from "../rules/dispatch-error-code";
import { type DispatchDays, DispatchState, stateOn } from "./dispatch-state";

/** What can be done with a dispatch once it is planned. */
export type DispatchStep = "change" | "consent" | "start" | "extend" | "return" | "cancel";

const { PLANNED, CONSENTED, ON_DISPATCH, RETURNED, CANCELLED } = DispatchState;
const begun = { [ON_DISPATCH]: "ALREADY_STARTED", [RETURNED]: "ALREADY_STARTED" } as const;
const notBegun = { [PLANNED]: "NOT_ON_DISPATCH", [CONSENTED]: "NOT_ON_DISPATCH" } as const;
const over = { [RETURNED]: "ALREADY_RETURNED" } as const;
const givenUp = { [CANCELLED]: "DISPATCH_CANCELLED" } as const;

/** Step → states in which it is refused, and with what code. */
const refused: Readonly<
  Record<DispatchStep, Readonly<Partial<Record<DispatchState, DispatchErrorCode>>>>
> = {
  change: { ...begun, ...givenUp },
  consent: { ...begun, ...givenUp },
  start: { [PLANNED]: "CONSENT_MISSING", ...begun, ...givenUp },
  extend: { ...notBegun, ...over, ...givenUp },
  return: { ...notBegun, ...over, ...givenUp },
  cancel: { ...begun, ...givenUp },
};

const endOfTime = "9999-12-31";

/** The rule broken where a step is not the next for a dispatch: until its return is recorded, it can be. */
export function checkStep(step: DispatchStep, dispatch: DispatchDays): DispatchRefusal[] {
  const state = stateOn({ ...dispatch, followed: false }, endOfTime);
  const code = refused[step][state];
  const states = Object.values(DispatchState).filter((other) => !refused[step][other]);
  return code
    ? brokenRules({
        holds: false,
        code,
        message: `Expected a dispatch that is ${states.join(" or ")}, received one that is ${state}.`,
        at: "id",
      })
    : [];
}

/** The rule broken where the consent on record is recorded again; a wrong day can be corrected until the start. */
export function checkConsent(recorded: string | null, consentOn: string): DispatchRefusal[] {
  return brokenRules({
    holds: recorded !== consentOn,
    code: "ALREADY_CONSENTED",
    message: `Expected another day than that on record to correct it, received ${consentOn} again.`,
    at: "id",
  });
}
