import { generateKeyPairSync, randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";
import { LocalStackFailure, systemErrorCode } from "../system/failure";

const schema = z.object({
  /** Its address, which is also the `iss` of its tokens. */
  issuer: z.string(),
  key: z.object({
    kty: z.literal("OKP"),
    crv: z.literal("Ed25519"),
    kid: z.string(),
    x: z.string(),
    d: z.string(),
  }),
});

/** The key of the development issuer, and its address. */
export type IssuerFile = z.infer<typeof schema>;

/** Keeps the issuer's key in a file that only its owner can read, with its present address. */
export async function keepIssuer(file: string, issuer: string): Promise<void> {
  const kept = await readIssuer(file);
  const content = { issuer, key: kept?.key ?? newKey() };
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
}

/** Reads what {@link keepIssuer} wrote; `undefined` where there is nothing yet. */
export async function readIssuer(file: string): Promise<IssuerFile | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === "ENOENT") return undefined;
    throw new LocalStackFailure(
      `Cannot read ${file} (${code ?? "not in the expected form"}): begin anew with npm start -- --fresh.`,
    );
  }
}

function newKey(): IssuerFile["key"] {
  const { x = "", d = "" } = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" });
  return { kty: "OKP", crv: "Ed25519", kid: randomUUID(), x, d };
}
