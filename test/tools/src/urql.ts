import { deepStrictEqual } from "node:assert";
import { Client, fetchExchange } from "@urql/core";
import { initGraphQLTada } from "gql.tada";
import type { introspection } from "../generated/graphql-env.js";
import { cache } from "./urql-cache.js";

const graphql = initGraphQLTada<{ introspection: introspection }>();
const client = new Client({
  url: process.argv[2] ?? "http://127.0.0.1:4000/graphql",
  exchanges: [cache, fetchExchange],
  preferGetMethod: false,
});

const query = graphql(`
  query Year($year: Int!) {
    fiscalYear(year: $year) {
      year
      name
      endsOn
    }
  }
`);

const { data, error } = await client.query(query, { year: 2023 }).toPromise();
if (error) throw error;

// Two pages are one list.
const events = graphql(`
  query Events($after: String) {
    networkEvents(first: 2, after: $after) {
      nodes {
        id
        hostAgency {
          code
          name
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);
const page = async (after: string | null) => {
  const answer = await client.query(events, { after }).toPromise();
  if (answer.error) throw answer.error;
  return answer.data?.networkEvents;
};
const first = await page(null);
const both = (await page(first?.pageInfo.endCursor ?? null))?.nodes?.map(({ id }) => id);
deepStrictEqual([both?.length, new Set(both).size], [4, 4]);
console.log(data?.fiscalYear?.endsOn);
