import { shown } from "../../kit/errors";
import type { Municipality } from "../municipality/municipality";
import { expectedCode, isMunicipalityCode } from "../municipality/municipality-code";
import { municipalKinds } from "../municipality/municipality-kind";
import type { Rule } from "./broken-rules";

/** What must be known of a municipality. */
export type MunicipalityFacts = Pick<Municipality, "kind" | "validFrom" | "validTo">;

/** A code stands for a municipality that exists on a day and has an administration of its own. */
export function municipalityRules(
  code: string,
  municipality: MunicipalityFacts | null,
  day: string,
): Rule[] {
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
      holds: (validFrom === null || validFrom <= day) && (validTo === null || day < validTo),
      code: "MUNICIPALITY_NOT_IN_FORCE",
      message: `Expected a municipality that exists on ${day}, received ${shown(code)}, which does from ${validFrom ?? "before the data begin"} to before ${validTo ?? "an open day"}.`,
      at,
    },
  ];
}
