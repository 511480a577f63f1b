import { ApiError } from "../../subgraphs/kit/errors";

/** The error where the database of cited answers is away or missing. */
export function citationUnavailable(what: "kept" | "shown"): ApiError {
  const advice =
    what === "kept" ? "Send it again later, or without asking for a citation." : "Ask again later.";
  return new ApiError(
    "CITATION_UNAVAILABLE",
    `Cited answers cannot be ${what} now. ${advice}`,
    503,
  );
}
