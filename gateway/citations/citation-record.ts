import { createHash } from "node:crypto";
import { hashOfText } from "../../subgraphs/kit/hash-of-text";
import type { Citation } from "../pages/shared/citation/citation";

/** A cited answer as it is kept. */
export interface CitationRecord {
  /** Of its text, so that no other text has it. */
  readonly id: string;
  /** The same for the same answer to the same question on the same day, whenever on that day it was given. */
  readonly key: Buffer;
  /** JSON as an answer of the graph: `data` as it was sent, and in `extensions.citation` all that is said of it. */
  readonly text: string;
  readonly citation: Citation;
}

/** The letters of base32 (RFC 4648), in small. */
const letters = "abcdefghijklmnopqrstuvwxyz234567";
const bitsOfLetter = 5;
/** 160 bits of SHA-256: as short as an id in print has to be, and long enough that nobody finds two texts with one. */
const lettersOfId = 32;

/** Whether a text has the form of an id. */
export function isCitationId(text: string): boolean {
  return /^[a-z2-7]{32}$/.test(text);
}

/**
 * What is kept of an answer.
 *
 * @param data - the answer's `data` as it is sent
 */
export function citationRecord(citation: Citation, data: string): CitationRecord {
  const text = `{"data":${data},"extensions":{"citation":${JSON.stringify(citation)}}}\n`;
  const { knownAt, ...others } = citation;
  return { id: idOf(text), key: sha256(JSON.stringify(others)), text, citation };
}

/**
 * Reads what is kept of an answer.
 *
 * @throws Error where it is not what its id stands for
 */
export function readCitationRecord(id: string, text: string): Citation {
  if (idOf(text) !== id) throw new Error(`The citation ${id} is not what was kept under its id.`);
  const { extensions } = JSON.parse(text) as { extensions: { citation: Citation } };
  return extensions.citation;
}

function idOf(text: string): string {
  const bits = BigInt(`0x${hashOfText(text)}`)
    .toString(2)
    .padStart(256, "0");
  return Array.from({ length: lettersOfId }, (_letter, index) => {
    const at = index * bitsOfLetter;
    return letters[Number.parseInt(bits.slice(at, at + bitsOfLetter), 2)];
  }).join("");
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}
