import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const built = join(__dirname, "..", "..", "..", "dist", "subgraphs", "kit");

/** A program that stops when its parent has ended, and then has more to log than anybody reads. */
const program = `
  const { createLogger } = require(${JSON.stringify(join(built, "logger.js"))});
  const { stopOnRequest } = require(${JSON.stringify(join(built, "http", "process-lifecycle.js"))});
  const logger = createLogger("test", "info");
  stopOnRequest(async () => { for (let i = 0; i < 1_000; i += 1) logger.info("unread"); }, 60_000, logger);
  setInterval(() => undefined, 1_000);
  process.send("ready");
`;

it("ends when its parent has ended, though nobody reads what it still logs", async () => {
  const child = spawn(process.execPath, ["-e", program], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  await once(child, "message");
  child.stdout?.destroy();
  child.disconnect();
  const [code] = (await once(child, "exit")) as [number];
  expect(code).toBe(0);
});
