import { isGraphQLResponse } from "./graphql-response";

describe("a GraphQL response", () => {
  it.each([
    { data: {} },
    { data: null },
    { data: {}, errors: [{ message: "" }] },
    { data: null, errors: [{}] },
    { errors: [{}] },
    { data: {}, extensions: {} },
  ])("is %j", (body) => {
    expect(isGraphQLResponse(body)).toBe(true);
  });

  it.each([
    undefined,
    null,
    "data",
    [],
    {},
    { data: 1 },
    { data: [] },
    { errors: [] },
    { data: {}, errors: {} },
    { data: {}, errors: [null] },
    { error: "x" },
  ])("is not %j", (body) => {
    expect(isGraphQLResponse(body)).toBe(false);
  });
});
