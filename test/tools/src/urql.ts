import { Client, fetchExchange } from "@urql/core";
import { initGraphQLTada } from "gql.tada";
import type { introspection } from "../generated/graphql-env.js";

const graphql = initGraphQLTada<{ introspection: introspection }>();
const client = new Client({
  url: process.argv[2] ?? "http://127.0.0.1:4000/graphql",
  exchanges: [fetchExchange],
  preferGetMethod: false,
});

const query = graphql(`
  query Year($year: Int!) {
    fiscalYear(year: $year) {
      name
      endsOn
    }
  }
`);

const { data, error } = await client.query(query, { year: 2023 }).toPromise();
if (error) throw error;
console.log(data?.fiscalYear?.endsOn);
