// Requests a second and latency of a running graph. GATEWAY_URL says where it is.
import autocannon from "autocannon";

const url = process.env.GATEWAY_URL ?? "http://127.0.0.1:4000/graphql";
// TOKEN=$(npm run --silent token -- dispatch-officer), for what is not public.
const headers = {
  "content-type": "application/json",
  ...(process.env.TOKEN && {
    authorization: `Bearer ${process.env.TOKEN}`,
    "graph-purpose": "measurement",
  }),
};
const queries = {
  "one fiscal year, three subgraphs": `{ fiscalYear(year: 2023) { name solicitation { opensOn closesOn }
    recruitmentFigures { nodes { value source { id } } } dispatchFigures { nodes { value } }
    networkEvents { nodes { title startsOn network { code } } } } }`,
  "13 countries, two subgraphs": `{ countries(codes: ["BN","CN","ID","JP","KH","KR","LA","MM","MY","PH","SG","TH","VN"]) { name
    networkMemberships { network { code } agency { name } } networkEvents(first: 5) { totalCount nodes { title } }
    fellowshipPrograms { code } } }`,
  "all countries, names only": `{ countries { code name } }`,
};

for (const [name, query] of Object.entries(queries)) {
  const { requests, latency, non2xx, errors } = await autocannon({
    url,
    method: "POST",
    headers,
    body: JSON.stringify({ query }),
    connections: 20,
    duration: 8,
  });
  console.log(
    `${name}: ${Math.round(requests.average)} requests/s, p50 ${latency.p50} ms, p99 ${latency.p99} ms, ${non2xx + errors} failed`,
  );
}
