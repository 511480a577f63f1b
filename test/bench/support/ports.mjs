// Free ports, upwards from PORTS_FROM.
import { createServer } from "node:net";
import { number } from "./settings.mjs";

let next = number("PORTS_FROM", 4800);

/** A port that nobody listens on, another one each time. */
export async function freePort() {
  for (;;) {
    const port = next++;
    if (await isFree(port)) return port;
  }
}

function isFree(port) {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(false));
    server.listen(port, "127.0.0.1", () => server.close(() => done(true)));
  });
}
