import { deepStrictEqual } from "node:assert";
import { ApolloClient, HttpLink } from "@apollo/client";
import { graphql } from "../generated/gql.js";
import { cache } from "./apollo-cache.js";

const client = new ApolloClient({
  link: new HttpLink({ uri: process.argv[2] ?? "http://127.0.0.1:4000/graphql" }),
  cache,
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

const { data } = await client.query({ query, variables: { year: 2023 } });

// Two pages are one list, and one agency is one object of the cache, wherever it was found.
const events = graphql(`
  query Events($after: String) {
    networkEvents(first: 2, after: $after) {
      edges {
        cursor
        node {
          id
          hostAgency {
            code
            name
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);
const list = client.watchQuery({ query: events });
const subscription = list.subscribe(() => undefined);
const first = (await client.query({ query: events })).data?.networkEvents;
await list.fetchMore({ variables: { after: first?.pageInfo.endCursor ?? null } });
const both = client.readQuery({ query: events })?.networkEvents?.edges?.map(({ node }) => node.id);
subscription.unsubscribe();
deepStrictEqual([both?.length, new Set(both).size], [4, 4]);

const agency = graphql(`
  query Agency {
    agency(code: "JP-NPA") {
      code
      name
    }
  }
`);
await client.query({ query: agency });
deepStrictEqual(cache.extract()['Agency:{"code":"JP-NPA"}']?.__typename, "Agency");
deepStrictEqual(cache.extract()['FiscalYear:{"year":2023}']?.__typename, "FiscalYear");
console.log(data?.fiscalYear?.endsOn);
