import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import { graphql } from "../generated/gql.js";

const client = new ApolloClient({
  link: new HttpLink({ uri: process.argv[2] ?? "http://127.0.0.1:4000/graphql" }),
  cache: new InMemoryCache(),
});

const query = graphql(`
  query Year($year: Int!) {
    fiscalYear(year: $year) {
      name
      endsOn
    }
  }
`);

const { data } = await client.query({ query, variables: { year: 2023 } });
console.log(data?.fiscalYear?.endsOn);
