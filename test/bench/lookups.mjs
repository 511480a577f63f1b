// Measures the processor time of a subgraph for a request of the public: statistics, looked up in the register, beside a
// page of a list. GATEWAY_URL says where the gateway is, SUBGRAPH_PID which process is the subgraph dispatch (npm start
// shows it). Linux only.
import { readFileSync } from "node:fs";

const url = process.env.GATEWAY_URL ?? "http://127.0.0.1:4000/graphql";
const pid = process.env.SUBGRAPH_PID;
const [rounds, requests] = [5, 200];

const queries = {
  "a list of 50 published figures":
    "{ dispatchFigures(first: 50) { nodes { id measure value unit } } }",
  "a total, looked up":
    '{ dispatchStatistics(measure: ON_DISPATCH, asOf: "2024-03-31") { total { value lower upper } } }',
  "by region, looked up":
    '{ dispatchStatistics(measure: ON_DISPATCH, asOf: "2024-03-31", groupBy: [REGION]) { rows { region { code } count { value lower upper } } } }',
  "by region and ten years, looked up": `{ dispatchStatistics(measure: ON_DISPATCH, fiscalYears: [${[...Array(10).keys()].map((year) => 2014 + year)}], groupBy: [REGION]) { rows { region { code } count { value lower upper } } } }`,
};

/** Processor time of the subgraph so far, in milliseconds: user and system time are in hundredths of a second. */
function spent() {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function ask(query) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const { errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
}

const sums = new Map();
for (let round = 0; round <= rounds; round += 1) {
  for (const [name, query] of Object.entries(queries)) {
    const before = spent();
    for (let request = 0; request < requests; request += 1) await ask(query);
    // The first round warms up.
    if (round > 0) sums.set(name, (sums.get(name) ?? 0) + spent() - before);
  }
}
const [list] = sums.values();
for (const [name, sum] of sums) {
  const each = sum / rounds / requests;
  console.log(`${name}: ${each.toFixed(2)} ms a request, ×${(sum / list).toFixed(2)} of the list`);
}
