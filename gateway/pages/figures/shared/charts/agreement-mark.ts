import type { Agreement } from "../graph/answers";
import type { Observation } from "../model/observation";
import type { Words } from "../words/words";

/**
 * Written beside a number: whether what was published and the count are the same; both signs where publications differ, and
 * nothing where it cannot be said.
 */
export function agreementMark({ published }: Observation, { marks }: Words): string {
  const has = (how: Agreement) => published.some(({ agreement }) => agreement === how);
  const signs = `${has("AGREES") ? marks.agrees : ""}${has("DIFFERS") ? marks.differs : ""}`;
  return signs === "" ? "" : ` ${signs}`;
}
