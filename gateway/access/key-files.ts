import { randomBytes, randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exportJWK, generateKeyPair } from "jose";
import type { z } from "zod";
import { privateKeySet } from "../../subgraphs/kit/access/key-sets";
import { cursorKeySet } from "../../subgraphs/kit/connection/cursor-keys";

type PrivateKeySet = z.infer<typeof privateKeySet>;

/** What is done to the keys in a folder. */
export const keyCommands = ["new", "add", "switch", "retire"] as const;

/** One of {@link keyCommands}. */
export type KeyCommand = (typeof keyCommands)[number];

/** What keys are for: `signing` requests to subgraphs, or the `cursor`s of lists. */
export const keyUses = ["signing", "cursor"] as const;

/** One of {@link keyUses}. */
export type KeyUse = (typeof keyUses)[number];

/** The keys in a folder: what the gateway signs with, what subgraphs verify with, and those of cursors. */
export class KeyFolder {
  readonly signing: string;
  readonly public: string;
  readonly cursor: string;

  constructor(folder: string) {
    this.signing = join(folder, "signing-keys.json");
    this.public = join(folder, "gateway-keys.json");
    this.cursor = join(folder, "cursor-keys.json");
  }

  /**
   * Does one step with the keys of one use. `new` makes the first key. To replace it, `add` makes another that is known
   * but not yet used, `switch` uses the newest, and `retire` removes all but the one in use.
   *
   * @throws Error in one line where the step cannot be done; then no file has changed
   */
  async run(command: KeyCommand, use: KeyUse = "signing"): Promise<void> {
    const flag = command === "new" ? "wx" : "w";
    if (use === "cursor") {
      const keys = await stepped(command, newSecret, () => read(this.cursor, cursorKeySet));
      return write(this.cursor, { keys }, { mode: 0o600, flag });
    }
    const keys = await stepped(command, newKey, () => read(this.signing, privateKeySet));
    await write(this.signing, { keys }, { mode: 0o600, flag });
    const publicKeys = keys.map(({ d: _private, ...key }) => key);
    return write(this.public, { keys: publicKeys }, { mode: 0o644, flag: "w" });
  }
}

/** Makes a folder and does one step with the keys in it. */
export async function runKeyCommand(
  command: KeyCommand,
  folder: string,
  use?: KeyUse,
): Promise<void> {
  if (command === "new") await mkdir(folder, { recursive: true, mode: 0o755 });
  await new KeyFolder(folder).run(command, use);
}

/** The keys after a step, the one in use first. */
async function stepped<Key>(
  command: KeyCommand,
  make: () => Key | Promise<Key>,
  known: () => Promise<readonly Key[]>,
): Promise<readonly Key[]> {
  if (command === "new") return [await make()];
  const keys = await known();
  switch (command) {
    case "add":
      return [...keys, await make()];
    case "switch": {
      if (keys.length < 2) throw new Error("There is one key only: add another first.");
      return [...keys.slice(-1), ...keys.slice(0, -1)];
    }
    case "retire":
      return keys.slice(0, 1);
  }
}

async function read<Key>(
  file: string,
  keySet: z.ZodType<{ readonly keys: readonly Key[] }>,
): Promise<readonly Key[]> {
  const content = await readFile(file, "utf8").catch(() => {
    throw new Error(`${file} cannot be read: make the first key with new.`);
  });
  return keySet.parse(JSON.parse(content)).keys;
}

/** Written in place, not replaced by another file: a container sees only the file it was given. */
async function write(
  file: string,
  value: unknown,
  options: { readonly mode: number; readonly flag: "w" | "wx" },
): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`, options).catch((error: unknown) => {
    if (isExisting(error)) throw new Error(`${file} exists already: exchange its key with add.`);
    throw error;
  });
}

function isExisting(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "EEXIST";
}

async function newKey(): Promise<PrivateKeySet["keys"][number]> {
  const { privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  const { x = "", d = "" } = await exportJWK(privateKey);
  return { kty: "OKP", crv: "Ed25519", kid: randomUUID(), x, d };
}

function newSecret(): z.infer<typeof cursorKeySet>["keys"][number] {
  return { kty: "oct", kid: randomUUID(), k: randomBytes(32).toString("base64url") };
}
