import { z } from "zod";
import { countVariable } from "../../subgraphs/kit/environment";

/** The gateway's variables that are about citations. */
export const citationsShape = {
  PUBLIC_URL: z
    .string()
    .optional()
    .transform((given, context) => {
      const origin = given === undefined ? undefined : originOf(given);
      if (origin !== null) return origin;
      context.addIssue({ code: "custom", message: "expected an origin as https://graph.example" });
      return z.NEVER;
    })
    .describe(
      "Where people reach this gateway, as https://graph.example: addresses to cite then begin with it.",
    ),
  CITATION_BYTES: countVariable(1_024, 262_144).describe(
    "The longest answer, with its question, that is kept where it is cited.",
  ),
  CITATION_BYTES_OF_ADDRESS: countVariable(1_024, 4_194_304).describe(
    "How much of what one address cites is kept in a day, compressed; see gateway/citations.",
  ),
  CITATION_BYTES_A_DAY: countVariable(1_024, 67_108_864).describe(
    "How much is kept of all cited answers in a day, compressed.",
  ),
  CITATION_BYTES_IN_ALL: countVariable(1_048_576, 4_294_967_296).describe(
    "How much of the audit database's disk all cited answers may take.",
  ),
};

/** The origin that a text is, or `null` where it is something else. */
function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, origin, pathname, search, hash, username, password } = new URL(text);
  const isBare = pathname === "/" && `${search}${hash}${username}${password}` === "";
  return isBare && /^https?:$/.test(protocol) ? origin : null;
}
