/** Where Apollo serves what the page loads, and what that embeds. */
const scripts = "https://embeddable-sandbox.cdn.apollographql.com";
const embedded = "https://sandbox.embed.apollographql.com";
const icons = "https://embeddable-explorer.cdn.apollographql.com";

/** Apollo's script, the frame it embeds, the icon it shows, and the graph: nothing else. */
export const sandboxPolicy = `default-src 'none'; script-src 'self' ${scripts}; frame-src ${embedded}; style-src 'self'; img-src 'self' data: ${icons}; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** Starts Sandbox on the page, for this graph alone. What is asked goes from the page to the graph, not to Apollo. */
export const sandboxScript = `new window.EmbeddedSandbox({
  target: "#sandbox",
  initialEndpoint: new URL("/graphql", window.location.href).href,
  endpointIsEditable: false,
  hideCookieToggle: true,
  runTelemetry: false,
  allowDynamicStyles: false,
});
`;

/** How the page looks. */
export const sandboxStyle = `html, body, #sandbox { height: 100%; margin: 0; }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: none; background: white; }
`;

/** The page of Apollo Sandbox. */
export const sandboxPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>personnel-graph</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/sandbox/sandbox.css" />
  </head>
  <body>
    <div id="sandbox">Apollo Sandbox needs JavaScript and the internet.</div>
    <script src="${scripts}/v2/embeddable-sandbox.umd.production.min.js"></script>
    <script src="/sandbox/sandbox.js"></script>
  </body>
</html>
`;
