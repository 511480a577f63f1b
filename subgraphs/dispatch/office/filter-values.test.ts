import { analystOf, publicCaller } from "../../../test/support/callers";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { dispatch } from "../dispatch";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph(dispatch);
});
afterAll(() => subgraph.stop());

const asAnalyst = () => subgraph.asCaller(analystOf("dispatch"));

describe("a filter by a code of a closed list", () => {
  it.each([
    ["dispatchFigures", "measure", "dispatch_stok", /"dispatch_departures", .*"dispatch_stock"/],
    ["dispatchFigures", "dimension", "regoin", /"none", .*"region"/],
    ["dispatchFigures", "dimensionValue", "ASIEN", /"AFRICA", "ASIA"/],
    ["dispatchFigures", "unit", "person", /"persons", "cases"/],
    ["dispatchFigures", "source", "no-such-source", / and \d+ more/],
    ["dispatches", "country", "XXX", /"AD", "AE", .* and 2\d\d more/],
    ["dispatches", "homeAgency", "JP-XXX", /"JP-/],
    ["officials", "homeAgency", "JP-XXX", /"JP-/],
    ["organizations", "country", "XXX", /"AD", /],
  ])("of %s by %s refuses %s and lists the codes that exist", async (list, field, value, there) => {
    for (const condition of [`eq: "${value}"`, `in: ["${value}"]`]) {
      for (const asked of ["totalCount", "nodes { __typename }"]) {
        const { data, errors } = await subgraph.execute(
          `{ ${list}(filter: { ${field}: { ${condition} } }) { ${asked} } }`,
        );
        expect(data[list]).toBeNull();
        expect(errors).toMatchObject([{ extensions: { code: "INVALID_FILTER" } }]);
        expect(errors[0]?.message).toMatch(there);
        expect(errors[0]?.message).toContain(`received "${value}"`);
        expect(errors[0]?.message.length).toBeLessThan(700);
      }
    }
  });

  it.each([
    ["officials", `{ not: { homeAgency: { in: ["JP-XXX"] } } }`, "not.homeAgency"],
    [
      "dispatches",
      `{ or: [{ official: { homeAgency: { eq: "JP-XXX" } } }] }`,
      "or[0].official.homeAgency",
    ],
    ["dispatchFigures", `{ and: [{ unit: { eq: "JP-XXX" } }] }`, "and[0].unit"],
  ])("of %s refuses it in %s, and says where", async (list, filter, place) => {
    const { errors } = await subgraph.execute(`{ ${list}(filter: ${filter}) { totalCount } }`);
    expect(errors).toMatchObject([{ path: [list], extensions: { code: "INVALID_FILTER" } }]);
    expect(errors[0]?.message).toContain(`Expected for ${place} in filter one of`);
  });

  it("refuses it below a parent too", async () => {
    const { errors } = await subgraph.execute(
      `{ fiscalYears(from: 2013, to: 2014) { dispatchFigures(filter: { measure: { eq: "dispatch_stok" } }) { totalCount } } }`,
    );
    expect(errors).toMatchObject([
      { extensions: { code: "INVALID_FILTER" } },
      { extensions: { code: "INVALID_FILTER" } },
    ]);
  });

  it("reads the codes once a request, and only where it is asked for", async () => {
    const some = await subgraph.execute(
      `{ a: dispatchFigures(filter: { measure: { eq: "dispatch_stock" } }) { totalCount }
        b: dispatchFigures(filter: { measure: { in: ["dispatch_returns"] } }) { totalCount } }`,
    );
    expect(some.errors).toEqual([]);
    expect(some.statements.filter((tag) => tag === "knownCodes")).toHaveLength(1);
    const none = await subgraph.execute(
      `{ dispatchFigures(filter: { measure: { contains: "stok" } }) { totalCount } }`,
    );
    expect(none.data).toEqual({ dispatchFigures: { totalCount: 0 } });
    expect(none.statements).toEqual(["PublishedFigure.count"]);
  });
});

describe("a filter of statistics", () => {
  const ask = (filter: string) =>
    asAnalyst().execute(
      `{ dispatchStatistics(measure: ON_DISPATCH, asOf: "2014-03-31", filter: ${filter}) { total { value } } }`,
    );

  it.each([
    ["{ region: {} }", "region", "{}"],
    ["{ region: null }", "region", "null"],
    ["{ country: {}, region: { eq: ASIA } }", "country", "{}"],
    ["{}", "filter", "{}"],
  ])(
    "that sets no condition, %s, is refused and not taken for all",
    async (filter, on, received) => {
      const { errors, statements } = await ask(filter);
      expect(errors).toMatchObject([{ extensions: { code: "INVALID_FILTER" } }]);
      expect(errors[0]?.message).toContain(
        `Expected a condition ${on === "filter" ? "in filter" : `on ${on} in filter`}`,
      );
      expect(errors[0]?.message).toContain(`received ${received}`);
      expect(statements).toEqual([]);
    },
  );

  it("that is not given is all", async () => {
    expect((await ask("null")).errors).toEqual([]);
  });

  it.each([
    ['{ country: { eq: "XXX" } }', /"AD", "AE", .*received "XXX"/],
    ['{ homeAgency: { in: ["JP-NPA", "JP-XXX"] } }', /"JP-.*received "JP-XXX"/],
  ])(
    "by a code that there is not, %s, is refused and says what there is",
    async (filter, there) => {
      const { errors, statements } = await ask(filter);
      expect(errors).toMatchObject([{ extensions: { code: "INVALID_FILTER" } }]);
      expect(errors[0]?.message).toMatch(there);
      expect(statements).toEqual([]);
    },
  );

  it("by what the caller is not permitted to use lists what is permitted", async () => {
    for (const { execute } of [asAnalyst(), subgraph.asCaller(publicCaller)]) {
      const { errors } = await execute(
        `{ dispatchStatistics(measure: ON_DISPATCH, groupBy: [ORGANIZATION]) { total { value } } }`,
      );
      expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
      expect(errors[0]?.message).toMatch(
        /for ORGANIZATION in dispatchStatistics, received one .*\. Open to it are REGION, ORGANIZATION_TYPE, COUNTRY, HOME_AGENCY, TERM, PAY_RATE\.$/,
      );
    }
  });
});

describe("a grouping that is refused to a caller who sees the records", () => {
  it("lists what is permitted", async () => {
    const { errors } = await subgraph
      .asCaller({ scopes: new Set(["published", "dispatch:persons"]), roles: ["other"] })
      .execute(
        `{ dispatchStatistics(measure: ON_DISPATCH, groupBy: [PAY_RATE]) { total { value } } }`,
      );
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    expect(errors[0]?.message).toContain("Open to it are REGION, ORGANIZATION_TYPE, ORGANIZATION,");
    expect(errors[0]?.message).not.toContain("PAY_RATE");
  });
});
