import { isCallersFault, isRefusal } from "./code-from-subgraph";

describe("a code from a subgraph", () => {
  it.each(["BAD_USER_INPUT", "INVALID_COUNTRY_CODE", "INVALID_FILTER"])(
    "is the caller's to mend: %s",
    (code) => {
      expect([isCallersFault(code), isRefusal(code)]).toEqual([true, false]);
    },
  );

  it.each(["BAD_REQUEST", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED"])(
    "is about what the gateway wrote: %s",
    (code) => {
      expect([isCallersFault(code), isRefusal(code)]).toEqual([false, true]);
    },
  );

  it.each([
    ...["INTERNAL_SERVER_ERROR", "SERVICE_BUSY", "STATISTICS_BUSY", "SUBGRAPH_TIMEOUT", "TOO_BUSY"],
    ...["DOWNSTREAM", 7, undefined],
  ])("is neither: %s", (code) => {
    expect([isCallersFault(code), isRefusal(code)]).toEqual([false, false]);
  });
});
