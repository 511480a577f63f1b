import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { LocalStackFailure, systemErrorCode } from "./system/failure";
import { type PartName, parts } from "./programs";

/**
 * Throws {@link LocalStackFailure} for the first port that is not free, naming what it is for. Waits up to `patience`
 * milliseconds for ports that the processes of a killed stack still use.
 */
export async function requirePorts(
  ports: Readonly<Partial<Record<PartName, number>>>,
  patience: number,
): Promise<void> {
  const deadline = Date.now() + patience;
  const takenBy = new Map<number, string>();
  for (const [part, port] of Object.entries(ports)) {
    const variable = parts[part as PartName].variable;
    const other = takenBy.get(port);
    if (other !== undefined) {
      throw new LocalStackFailure(
        `Port ${port} is set for both ${other} and ${part}: change ${variable}.`,
      );
    }
    takenBy.set(port, part);
    let problem = await tryPort(port);
    for (; problem !== undefined && Date.now() < deadline; problem = await tryPort(port))
      await delay(50);
    if (problem !== undefined) {
      throw new LocalStackFailure(
        `Port ${port}, wanted by ${part}, ${problem}: free it, or set ${variable} to another port.`,
      );
    }
  }
}

function tryPort(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => {
      const code = systemErrorCode(error) ?? error.message;
      resolve(code === "EADDRINUSE" ? "is already in use" : `cannot be opened (${code})`);
    });
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(undefined)));
  });
}
