/** GraphiQL from this gateway and nothing else. It writes styles and shows images of its own making. */
export const explorerPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The query the explorer opens with. */
const firstQuery = `# Press the button to run it. Ctrl-Space completes; the book at the left
# has the documentation. Below, under Headers, goes the token of a role
# that sees more, and what for: npm run token -- analyst prints one.
# {"authorization": "Bearer …", "graph-purpose": "…"}
# There too goes the day to ask about, where it is not today:
# {"graph-as-of": "2024-03-31"}
{
  fiscalYear(year: 2023) {
    name(language: JA)
    recruitmentFigures(filter: { measure: { eq: "applications" } }) {
      nodes { value source { title } }
    }
  }
}
`;

/** Starts GraphiQL on the page. It is a file of its own, so that the page can forbid inline scripts. */
export const explorerScript = `ReactDOM.createRoot(document.getElementById("explorer")).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultQuery: ${JSON.stringify(firstQuery)},
  }),
);
`;

/** The page of the explorer. It loads everything from the gateway itself, below `folder`. */
export const explorerPage = (folder: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>personnel-graph</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${folder}/graphiql.min.css" />
    <style>html, body, #explorer { height: 100%; margin: 0; }</style>
  </head>
  <body>
    <div id="explorer">The explorer needs JavaScript.</div>
    <script src="${folder}/react.production.min.js"></script>
    <script src="${folder}/react-dom.production.min.js"></script>
    <script src="${folder}/graphiql.min.js"></script>
    <script src="${folder}/explorer.js"></script>
  </body>
</html>
`;
