import { graphql } from "relay-runtime";

export const query = graphql`
  query relayYearQuery($year: Int!) {
    fiscalYear(year: $year) {
      name
      endsOn
    }
  }
`;

/** A list that grows page by page. */
export const events = graphql`
  fragment relayEvents on Query
  @refetchable(queryName: "relayEventsPageQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" }) {
    networkEvents(first: $first, after: $after) @connection(key: "relay_networkEvents") {
      edges {
        node {
          id
          title
        }
      }
    }
  }
`;

export const page = graphql`
  query relayEventsQuery {
    ...relayEvents
  }
`;
