import { shown } from "../../kit/errors";
import { holdsOn } from "../../kit/rules/period";
import type { Rules } from "../../kit/rules/rule";
import { municipalKinds, type Municipality } from "./municipality";
import { expectedCode, isMunicipalityCode } from "./municipality-code";

/** What must be known of a municipality. */
export type MunicipalityFacts = Pick<Municipality, "kind" | "validFrom" | "validTo">;

/** A code stands for a municipality that exists on a day and has an administration of its own. */
export function municipalityRules(
  code: string,
  municipality: MunicipalityFacts | null,
  day: string,
): Rules<"UNKNOWN_MUNICIPALITY" | "NOT_A_MUNICIPALITY" | "MUNICIPALITY_NOT_IN_FORCE"> {
  const at = "municipality";
  if (!municipality) {
    const expected = isMunicipalityCode(code) ? "the code of a municipality" : expectedCode(code);
    const message = `Expected ${expected}, received ${shown(code)}.`;
    return [{ holds: false, code: "UNKNOWN_MUNICIPALITY", message, at }];
  }
  const { kind, validFrom, validTo } = municipality;
  return [
    {
      holds: municipalKinds.includes(kind),
      code: "NOT_A_MUNICIPALITY",
      message: `Expected a municipality, received ${shown(code)}, which is one of ${kind}.`,
      at,
    },
    {
      holds: holdsOn(day, { from: validFrom, to: validTo }),
      code: "MUNICIPALITY_NOT_IN_FORCE",
      message: `Expected a municipality that exists on ${day}, received ${shown(code)}, which does from ${validFrom ?? "before the data begin"} to before ${validTo ?? "an open day"}.`,
      at,
    },
  ];
}
