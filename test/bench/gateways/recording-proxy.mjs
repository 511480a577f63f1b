// Stands in front of the subgraphs, a program of its own. The first time that it is asked something, it asks the real
// subgraph and records the answer; then it answers from memory. So every gateway is given the same answers, which cost
// nothing. Its parent sends the addresses first, and afterwards asks how many calls there were.
import { createServer } from "node:http";
import { fetch } from "undici";
import { grantHeader, identityOf, openSigner, shareHeader } from "../support/assertions.mjs";

const counts = { calls: 0, bytes: 0, recorded: 0, failed: 0 };

process.on("message", async (message) => {
  if (message.kind === "start") {
    const sign = await openSigner(message);
    for (const { subgraph, port, origin } of message.subgraphs) {
      serve(subgraph, origin, sign).listen(port, "127.0.0.1");
    }
  }
  process.send({ ...counts });
});
process.on("disconnect", () => process.exit(0));

function serve(subgraph, origin, sign) {
  const recordings = new Map();
  /** What the subgraph tells whoever signs, so that the next requests are sealed. */
  let share;

  /** What a gateway asks is kept by who asks it, in which language, and what. */
  const answerOf = async (request, body) => {
    const { "accept-language": language = "" } = request.headers;
    const key = [identityOf(request.headers), language, body].join("\n");
    const recorded = recordings.get(key);
    if (recorded) return recorded;
    counts.recorded += 1;
    const answer = await askSubgraph(request, body, { subgraph, origin, sign });
    share = answer.headers[shareHeader] ?? share;
    delete answer.headers[shareHeader];
    const isGood = answer.status === 200 && !answer.content.includes('"errors":');
    if (isGood) recordings.set(key, answer);
    else console.error(subgraph, answer.status, answer.content.toString().slice(0, 500), body);
    return answer;
  };

  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    try {
      const isQuestion = request.method === "POST" && request.url === "/graphql";
      // Anything else, such as whether a subgraph is ready, goes through.
      const answer = isQuestion
        ? await answerOf(request, body)
        : await pass(`${origin}${request.url}`, request.method, request.headers, body);
      if (isQuestion) counts.calls += 1;
      counts.bytes += answer.content.length;
      const tells = isQuestion && share !== undefined && !request.headers[grantHeader];
      const told = tells ? { [shareHeader]: share } : {};
      response.writeHead(answer.status, { ...answer.headers, ...told }).end(answer.content);
    } catch (error) {
      counts.failed += 1;
      console.error(subgraph, error);
      response.writeHead(502).end();
    }
  });
  server.keepAliveTimeout = 120_000;
  return server;
}

/** What our gateway has signed is passed on as it is; for a gateway that does not sign, this program signs as ours does. */
async function askSubgraph({ headers }, body, { subgraph, origin, sign }) {
  const signed = identityOf(headers) ? {} : await sign(subgraph, body);
  return pass(`${origin}/graphql`, "POST", { ...headers, ...signed }, body);
}

const ofOneConnection = ["host", "connection", "content-length", "transfer-encoding", "keep-alive"];

async function pass(url, method, headers, body) {
  const sent = { ...headers, "accept-encoding": "identity" };
  for (const name of [...ofOneConnection, "expect"]) delete sent[name];
  const response = await fetch(url, { method, headers: sent, ...(body && { body }) });
  const content = Buffer.from(await response.arrayBuffer());
  const received = Object.fromEntries(response.headers);
  for (const name of ofOneConnection) delete received[name];
  return {
    status: response.status,
    headers: { ...received, "content-length": content.length },
    content,
  };
}
