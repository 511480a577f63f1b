import { randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exportJWK, generateKeyPair } from "jose";
import type { z } from "zod";
import { privateKeySet } from "../../subgraphs/kit/access/key-sets";

type PrivateKeySet = z.infer<typeof privateKeySet>;

/** What is done to the keys in a folder. */
export const keyCommands = ["new", "add", "switch", "retire"] as const;

/** One of {@link keyCommands}. */
export type KeyCommand = (typeof keyCommands)[number];

/** The keys of the gateway in a folder: what it signs with, and what subgraphs verify with. */
export class KeyFolder {
  readonly signing: string;
  readonly public: string;

  constructor(folder: string) {
    this.signing = join(folder, "signing-keys.json");
    this.public = join(folder, "gateway-keys.json");
  }

  /**
   * Does one step with the keys: `new` makes the first; to exchange them, `add` makes another that is verified but does
   * not sign yet, `switch` signs with the newest, and `retire` forgets all but the one that signs.
   *
   * @throws Error in one line where the step cannot be done; then no file has changed
   */
  async run(command: KeyCommand): Promise<void> {
    if (command === "new") return this.write({ keys: [await newKey()] }, "wx");
    const { keys } = await this.read();
    switch (command) {
      case "add":
        return this.write({ keys: [...keys, await newKey()] });
      case "switch": {
        if (keys.length < 2) throw new Error("There is one key only: add another first.");
        return this.write({ keys: [...keys.slice(-1), ...keys.slice(0, -1)] });
      }
      case "retire":
        return this.write({ keys: keys.slice(0, 1) });
    }
  }

  private async read(): Promise<PrivateKeySet> {
    const content = await readFile(this.signing, "utf8").catch(() => {
      throw new Error(`${this.signing} cannot be read: make the first key with new.`);
    });
    return privateKeySet.parse(JSON.parse(content));
  }

  /** In place, not by another file of the same name: a container sees the file that it was given. */
  private async write(keySet: PrivateKeySet, flag: "w" | "wx" = "w"): Promise<void> {
    const publicKeys = keySet.keys.map(({ d: _private, ...key }) => key);
    const signing = () => writeFile(this.signing, json(keySet), { mode: 0o600, flag });
    const verifying = () => writeFile(this.public, json({ keys: publicKeys }), { mode: 0o644 });
    try {
      await signing();
      await verifying();
    } catch (error) {
      if (isExisting(error)) {
        throw new Error(`${this.signing} exists already: exchange its key with add.`);
      }
      throw error;
    }
  }
}

/** Makes a folder and does one step with the keys in it. */
export async function runKeyCommand(command: KeyCommand, folder: string): Promise<void> {
  if (command === "new") await mkdir(folder, { recursive: true, mode: 0o755 });
  await new KeyFolder(folder).run(command);
}

function isExisting(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "EEXIST";
}

async function newKey(): Promise<PrivateKeySet["keys"][number]> {
  const { privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  const { x = "", d = "" } = await exportJWK(privateKey);
  return { kty: "OKP", crv: "Ed25519", kid: randomUUID(), x, d };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
