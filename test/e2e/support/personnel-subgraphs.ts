import { ApiError } from "../../../subgraphs/kit/errors";
import type { TestSubgraphDefinition } from "./test-subgraph";

const fiscalYears = [2022, 2023, 2024];
const countries = { JP: "Japan", CN: "China", KR: "Korea" } as const;

const sharedSdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
  enum Language { JA EN }
  type Country @key(fields: "code") { code: ID! @shareable  name(language: Language): String! @shareable }
  type FiscalYear @key(fields: "year") { year: Int! @shareable  name(language: Language): String! @shareable }
  type Query {
    country(code: ID!): Country @shareable
    countries(codes: [ID!]): [Country!]! @shareable
    fiscalYear(year: Int!): FiscalYear @shareable
  }`;

const country = (code: string) => (code in countries ? { code } : null);
const capitals = (code: string) => {
  if (/^[A-Z]{2}$/.test(code)) return code;
  throw new ApiError("INVALID_COUNTRY_CODE", `Expected two capital letters, received "${code}".`);
};
const fiscalYear = (year: number) => (fiscalYears.includes(year) ? { year } : null);

interface Named {
  readonly language?: "JA" | "EN";
}

const sharedResolvers = {
  Query: {
    country: (_root: unknown, { code }: { code: string }) => country(code),
    countries: (_root: unknown, { codes }: { codes?: readonly string[] }) =>
      (codes ?? Object.keys(countries)).map(capitals).map(country),
    fiscalYear: (_root: unknown, { year }: { year: number }) => fiscalYear(year),
  },
  Country: {
    __resolveReference: ({ code }: { code: string }) => country(code),
    name: ({ code }: { code: keyof typeof countries }) => countries[code],
  },
  FiscalYear: {
    __resolveReference: ({ year }: { year: number }) => fiscalYear(year),
    name: ({ year }: { year: number }, { language }: Named) =>
      language === "JA" ? `令和${year - 2018}年度` : `FY${year}`,
  },
};

/** What the recruitment subgraph knows alone, and ways to fail. */
export const recruitment: TestSubgraphDefinition = {
  name: "recruitment",
  sdl: `${sharedSdl}
    type Solicitation { opensOn: String! }
    extend type FiscalYear { solicitation: Solicitation }
    extend type Country { applicants: Int }
    extend type Query { secret: String  refused: String  language: String }
    type Mutation { openSolicitation(year: Int!): FiscalYear }`,
  resolvers: {
    Query: {
      ...sharedResolvers.Query,
      secret: () => {
        throw new Error("password is hunter2 at postgres://10.0.0.1");
      },
      refused: () => {
        throw new ApiError("INVALID_FILTER", "Expected a filter.");
      },
      language: (_root: unknown, _args: unknown, context: { headers: Record<string, string> }) =>
        context.headers["accept-language"] ?? "none",
    },
    Mutation: {
      openSolicitation: (_root: unknown, { year }: { year: number }) => fiscalYear(year),
    },
    Country: { ...sharedResolvers.Country, applicants: () => 7 },
    FiscalYear: {
      ...sharedResolvers.FiscalYear,
      solicitation: ({ year }: { year: number }) => ({ opensOn: `${year}-11-29` }),
    },
  },
};

/** What the dispatch subgraph knows alone: many records that point at few countries. */
export const dispatch: TestSubgraphDefinition = {
  name: "dispatch",
  sdl: `${sharedSdl}
    type Dispatch { id: ID!  country: Country! }
    extend type FiscalYear { dispatchFigures: [Int!] }
    extend type Country { dispatches: [Dispatch!] }
    extend type Query { dispatches: [Dispatch!]!  dispatchChanges(waitSeconds: Int! = 0): [Int!] }`,
  resolvers: {
    ...sharedResolvers,
    Query: {
      ...sharedResolvers.Query,
      dispatchChanges: () => [],
      dispatches: () =>
        Array.from({ length: 30 }, (_none, id) => ({
          id,
          country: { code: ["JP", "CN", "XX"][id % 3] },
        })),
    },
    Country: {
      ...sharedResolvers.Country,
      name: ({ code }: { code: keyof typeof countries | "XX" }) =>
        code === "XX" ? "Unknown" : countries[code],
      dispatches: ({ code }: { code: string }) => [{ id: `${code}-1`, country: { code } }],
    },
    FiscalYear: { ...sharedResolvers.FiscalYear, dispatchFigures: () => [342] },
  },
};

/** What the fellowship subgraph knows alone. */
export const fellowship: TestSubgraphDefinition = {
  name: "fellowship",
  sdl: `${sharedSdl}
    extend type FiscalYear { cohorts: [Int!] }
    extend type Country { fellows: Int  honours: Int! }`,
  resolvers: {
    ...sharedResolvers,
    Country: {
      ...sharedResolvers.Country,
      __resolveReference: async ({ code }: { code: string }) => {
        if (code === "XX") throw new ApiError("INVALID_COUNTRY_CODE", `"XX" is no country.`);
        return country(code);
      },
      fellows: ({ code }: { code: string }) => code.length,
      honours: () => 1,
    },
    FiscalYear: { ...sharedResolvers.FiscalYear, cohorts: () => [28] },
  },
};
