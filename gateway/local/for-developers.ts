import { roles } from "../access/roles";

/** The usual budgets, but with enough requests for tools that ask again and again, and for much at once. */
export const generousBudgets = JSON.stringify(
  Object.fromEntries(
    roles.map((role) => [role, { requestsPerMinute: 6_000, requestsAtOnce: 100 }]),
  ),
);

/** The origins of pages that developers ask from: Apollo Sandbox at Apollo's own address, and whatever they serve themselves. */
export const developersOrigins = [
  "https://studio.apollographql.com",
  ...["localhost", "127.0.0.1", "[::1]"].flatMap((host) => [
    `http://${host}:*`,
    `https://${host}:*`,
  ]),
].join(",");
