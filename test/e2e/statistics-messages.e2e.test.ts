import { getNamedType, isEnumType, isInputObjectType } from "graphql";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { roleScopes } from "../../gateway/access/roles";
import { apiSchema } from "../../schema/api-schema";
import { statisticsScope } from "../../subgraphs/areas";
import { shown } from "../../subgraphs/kit/errors";
import { listed } from "../../subgraphs/kit/listed";
import type { Dimension, Measure } from "../../subgraphs/kit/statistics/measure";
import { measuresOf } from "../../subgraphs/kit/subgraph/subgraph-definition";
import { enumName } from "../../subgraphs/catalog/statistics/check-statistics";
import { publicCaller } from "../support/callers";
import { definitions } from "../support/definitions";
import { startTestSubgraph, type TestSubgraph } from "../support/subgraph";

const schema = apiSchema(readFileSync(join(__dirname, "../../schema/supergraph.graphql"), "utf8"));

/**
 * Who asks, by role; and an officer whose role does not open all that a dimension shows. Each can have statistics counted
 * on request besides.
 */
const callers = {
  ...roleScopes,
  "dispatch-officer without pay": roleScopes["dispatch-officer"].filter(
    (scope) => scope !== "dispatch:pay",
  ),
};

/** What officers make that is not published: a field of the filter → the mutation, the code it makes, and one of nothing. */
const made: Readonly<Record<string, { mutation: string; code: unknown; none: unknown }>> = {
  cohort: {
    mutation: `openCohort(input: { program: "MIKE_MANSFIELD", number: 99, startsOn: "2023-07-01", endsOn: "2024-06-30" })`,
    code: 99,
    none: 98,
  },
  organization: {
    mutation: `registerOrganization(input: { code: "UNLISTED", nameEn: "Unlisted", type: UNITED_NATIONS, region: ASIA })`,
    code: "UNLISTED",
    none: "UNLISTEE",
  },
};

describe.each(definitions.map((each) => [each.name, each]))(
  "a message about the statistics of %s",
  (area, definition) => {
    const { measures } = measuresOf(definition);
    const name = area;
    const capital = `${name[0]?.toUpperCase() ?? ""}${name.slice(1)}`;
    const valuesOf = (type: string) => {
      const found = schema.getType(`${capital}${type}`);
      return isEnumType(found) ? found.getValues().map((value) => value.name) : [];
    };

    const filterFields = () => {
      const filter = schema.getType(`${capital}StatisticsFilter`);
      return isInputObjectType(filter) ? Object.values(filter.getFields()) : [];
    };

    let subgraph: TestSubgraph;
    let owner: Client;
    beforeAll(async () => {
      subgraph = await startTestSubgraph(definition);
      owner = new Client({ connectionString: subgraph.ownerUrl });
      await owner.connect();
      for (const field of filterFields().flatMap((each) => made[each.name] ?? [])) {
        const { data, errors } = await subgraph.execute<{ made: { userErrors: unknown[] } }>(
          `mutation { made: ${field.mutation} { userErrors { message } } }`,
        );
        expect([errors, data.made.userErrors]).toEqual([[], []]);
      }
    });
    afterAll(async () => {
      await owner.end();
      await subgraph.stop();
    });

    /** The codes that there are of a dimension, those that officers made included. */
    const codesOf = async ({ codes }: Dimension): Promise<readonly string[]> => {
      if (!codes) return [];
      if (!("sql" in codes)) return [...codes];
      return (await owner.query<{ code: string }>(codes.sql)).rows.map(({ code }) => code);
    };

    const errorOf = async (who: keyof typeof callers, args: string) => {
      const scopes = new Set([...callers[who], statisticsScope(name)]);
      const { execute } = subgraph.asCaller({ scopes, roles: [who] });
      const { errors } = await execute(`{ ${name}Statistics(${args}) { unit } }`);
      return errors[0];
    };

    it.each(Object.keys(callers) as (keyof typeof callers)[])(
      "lists the dimensions that are open to the caller and no others: %s",
      async (who) => {
        let listed = 0;
        for (const measure of valuesOf("Measure")) {
          const refused = await errorOf(who, `measure: ${measure}, asOf: "2024-03-31"`);
          if (refused?.extensions?.["code"] === "FORBIDDEN") continue;
          const time = refused ? "fiscalYears: [2023]" : `asOf: "2024-03-31"`;
          const own = Object.keys(measures[measure]?.dimensions ?? {}).map(enumName);
          const open: string[] = [];
          for (const dimension of own) {
            const args = `measure: ${measure}, ${time}, groupBy: [${dimension}]`;
            if (!(await errorOf(who, args))) open.push(dimension);
          }
          for (const dimension of open) {
            const args = `measure: ${measure}, ${time}, groupBy: [${dimension}], knownAt: "2024-03-31"`;
            const { message = "" } = (await errorOf(who, args)) ?? {};
            const [, kept] = /kept are (.*)\.$/.exec(message) ?? [];
            expect(open).toEqual(expect.arrayContaining(kept?.split(", ") ?? []));
          }
          for (const other of valuesOf("Dimension").filter((each) => !own.includes(each))) {
            const args = `measure: ${measure}, ${time}, groupBy: [${other}]`;
            const error = await errorOf(who, args);
            if (error?.extensions?.["code"] === "FORBIDDEN") continue;
            expect(error?.message).toBe(
              `Expected in groupBy a dimension of ${measure}: ${open.join(", ")}; received ${other}.`,
            );
            listed += 1;
          }
        }
        expect(listed).toBeGreaterThan(0);
      },
    );

    it.each(Object.keys(callers) as (keyof typeof callers)[])(
      "lists the codes that the caller reads, and no others: %s",
      async (who) => {
        const seesAll = new Set<string>(callers[who]).has(`${name}:records`);
        for (const [measure, { dimensions }] of Object.entries<Measure>(measures)) {
          for (const { name: field, type } of filterFields()) {
            const dimension = dimensions[field];
            if (!dimension?.codes) continue;
            const isNumber = getNamedType(type).name === "IntFilter";
            const nothing = isNumber ? 9999 : "zzz";
            const { code, none } = made[field] ?? { code: nothing, none: nothing };
            const of = (value: unknown) =>
              `measure: ${measure}, fiscalYears: [2023], filter: { ${field}: { eq: ${JSON.stringify(value)} } }`;
            const refused = await errorOf(who, of(none));
            const there = await errorOf(who, of(code));
            if (refused?.extensions?.["code"] === "FORBIDDEN") {
              expect(there?.message).toBe(refused.message);
              continue;
            }
            const all = await codesOf(dimension);
            const isHidden = made[field] !== undefined && !seesAll;
            const read = isHidden ? all.filter((each) => each !== String(code)) : all;
            const message = `Expected for ${field} in filter one of ${listed(read.map(shown))}; received `;
            expect(refused?.message).toBe(`${message}${JSON.stringify(none)}.`);
            if (isHidden) expect(there?.message).toBe(`${message}${JSON.stringify(code)}.`);
            else if (made[field]) expect(there).toBeUndefined();
            for (const known of read.slice(0, 1)) {
              expect(await errorOf(who, of(isNumber ? Number(known) : known))).toBeUndefined();
            }
          }
        }
      },
    );

    it("tells the public of what officers made no more than of what there is not", async () => {
      const { execute } = subgraph.asCaller(publicCaller);
      for (const [measure, { dimensions }] of Object.entries<Measure>(measures)) {
        for (const { name: field } of filterFields().filter((each) => each.name in dimensions)) {
          const { code, none } = made[field] ?? {};
          if (code === undefined) continue;
          const told = async (value: unknown) => {
            const given = JSON.stringify(value);
            const { errors } = await execute(
              `{ ${name}Statistics(measure: ${measure}, fiscalYears: [2023], filter: { ${field}: { eq: ${given} } }) { unit } }`,
            );
            expect(errors).toHaveLength(1);
            return errors[0]?.message.replaceAll(given, "it");
          };
          expect(await told(code)).toBe(await told(none));
        }
      }
    });

    it("says which codes there are where a filter names one that there is not", async () => {
      for (const [measure, { dimensions }] of Object.entries(measures)) {
        for (const { name: field, type } of filterFields().filter(
          (each) => each.name in dimensions,
        )) {
          const kind = getNamedType(type).name;
          const isCode = kind === "StringFilter" || kind === "IntFilter";
          const none = { StringFilter: '"zzz"', IntFilter: "9999" }[kind] ?? "ZZZ";
          for (const conditions of [`eq: ${none}`, `in: [${none}]`]) {
            const args = `measure: ${measure}, filter: { ${field}: { ${conditions} } }`;
            const { errors } = await subgraph.execute(`{ ${name}Statistics(${args}) { unit } }`);
            expect({ args, code: errors[0]?.extensions?.["code"] }).toEqual({
              args,
              code: isCode ? "INVALID_FILTER" : "GRAPHQL_VALIDATION_FAILED",
            });
            if (isCode) {
              expect(errors[0]?.message).toContain(`Expected for ${field} in filter `);
              expect(errors[0]?.message).toContain(`received ${none}`);
            }
          }
        }
      }
    });
  },
);
