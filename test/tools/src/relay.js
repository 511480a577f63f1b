import { graphql } from "relay-runtime";

export const query = graphql`
  query relayYearQuery($year: Int!) {
    fiscalYear(year: $year) {
      name
      endsOn
    }
  }
`;
