import { once } from "node:events";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { keepIssuer, readIssuer } from "../../../gateway/local/issuer/issuer-file";
import { signToken } from "../../../gateway/local/issuer/sign-token";
import { tokenClaims } from "../../../gateway/local/issuer/token-claims";
import { freePort } from "../../support/free-port";
import { patience } from "../../support/patience";

/** The issuer of the local stack, as a process of its own. */
export class LocalIssuer {
  private readonly running: ReturnType<typeof spawn>[] = [];

  private constructor(
    readonly url: string,
    private readonly folder: string,
  ) {}

  /** Makes its key and chooses its address: a gateway can be told of it before it runs. */
  static async prepare(): Promise<LocalIssuer> {
    const folder = await mkdtemp(join(tmpdir(), "local-issuer-"));
    const url = `http://127.0.0.1:${await freePort()}`;
    const issuer = new LocalIssuer(url, folder);
    await keepIssuer(issuer.file, url);
    return issuer;
  }

  /** Starts it for pages of this gateway. */
  async start(gateway: string): Promise<void> {
    const program = join(__dirname, "../../../dist/gateway/local/issuer/main.js");
    this.running.push(spawn(process.execPath, [program, this.file, gateway], { stdio: "inherit" }));
    for (const deadline = Date.now() + patience; ; await delay(50)) {
      const response = await fetch(`${this.url}/ready`).catch(() => undefined);
      if (response?.ok) return;
      if (Date.now() > deadline) throw new Error("The issuer did not start.");
    }
  }

  /** A token, as `npm run token -- <role>` prints it. */
  async tokenOf(role: string): Promise<string> {
    const kept = await readIssuer(this.file);
    if (!kept) throw new Error("The issuer has no key.");
    return signToken(kept, tokenClaims([role]));
  }

  async stop(): Promise<void> {
    for (const child of this.running) {
      if (child.exitCode !== null) continue;
      child.kill();
      await once(child, "exit");
    }
    await rm(this.folder, { recursive: true, force: true });
  }

  private get file(): string {
    return join(this.folder, "issuer.json");
  }
}
