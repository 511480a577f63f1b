// What the reports on statistics share: questions to a running graph, GATEWAY_URL, as the caller of a token.
import { setTimeout as delay } from "node:timers/promises";

const url = process.env.GATEWAY_URL ?? "http://127.0.0.1:4000/graphql";

/** The answer to a query; asks again where the caller asks too often, so that a report can take minutes. */
export async function ask(query, token) {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token && { authorization: `Bearer ${token}`, "graph-purpose": "measurement" }),
    },
    body: JSON.stringify({ query }),
  });
  if (response.status !== 429) return response.json();
  await delay(1_000 * (Number(response.headers.get("retry-after")) || 1));
  return ask(query, token);
}

/** The values of an enum. */
export async function valuesOf(name) {
  const { data } = await ask(`{ __type(name: "${name}") { enumValues { name } } }`);
  return data.__type.enumValues.map((value) => value.name);
}
