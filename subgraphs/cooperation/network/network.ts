import { NamedFact } from "../../catalog/facts/sourced-fact";
import { hidden, key, partialDate, record } from "../../kit/record/fields";

/** A standing network of personnel authorities. */
@record("network", "A standing network of the personnel authorities of several countries.")
export class Network extends NamedFact {
  @key("ACCSM, ACCSM_PLUS3 or CJK_PPN.")
  code: string;

  @hidden("integer")
  position: number;

  @partialDate("When it was founded, as precise as the source.", { nullable: true })
  founded: string | null;
}

/** The codes of all networks. */
export const networkCodes = { sql: "SELECT code FROM network ORDER BY code" };
