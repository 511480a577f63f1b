import { shown } from "../../kit/errors";
import { type CooperationRefusal, unless } from "../error/refusal";

/** The network is one of those the office works in. */
export function checkNetwork(code: string, isKnown: boolean): CooperationRefusal[] {
  const message = `Expected the code of a network such as "ACCSM", received ${shown(code)}.`;
  return unless(isKnown, "UNKNOWN_NETWORK", message, "network");
}
