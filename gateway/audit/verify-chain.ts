import { createHash } from "node:crypto";
import type { AuditReceipt } from "./audit-log";
import { genesis, hashOf, type LinkedContent } from "./chain-link";
import type { Chain, StoredEntry, StoredHead } from "./chain-reader";
import { type Finding, merged } from "./finding";
import { type BrokenEntry, relocated } from "./relocated";

/** What verifying a chain gives. */
export interface Verification {
  readonly entries: number;
  readonly head: StoredHead | undefined;
  /** In the order of the entries; empty where the chain is intact. */
  readonly findings: readonly Finding[];
  /** How many more there are than are listed. */
  readonly unlisted: number;
}

/** Enough to see what happened; memory stays flat however much is wrong. */
const mostListed = 500;

/**
 * Recomputes the whole chain, a page at a time, and reports what is not as it was appended. A hash chain shows a change
 * unless all later hashes were recomputed; against that only checkpoints help.
 */
export async function verifyChain(
  chain: Chain,
  checkpoints: readonly AuditReceipt[] = [],
): Promise<Verification> {
  const verifier = new Verifier(chain.head, checkpoints);
  for await (const entry of chain.entries()) verifier.add(entry);
  return verifier.finish();
}

interface Found {
  finding: Finding;
  /** There where an entry does not follow from the one before it. */
  readonly broken?: BrokenEntry;
}

interface Previous {
  readonly seq: number;
  readonly hash: Buffer;
  /** What the hash would have to be, after the hash stored before it. */
  readonly computed: Buffer;
  /** The hash stored before it. */
  readonly before: Buffer;
  /** The finding so far; the next entry can add to it. */
  readonly found?: Found | undefined;
}

class Verifier {
  private entries = 0;
  private unlisted = 0;
  private previous: Previous = { seq: 0, hash: genesis, computed: genesis, before: genesis };
  private readonly found: Found[] = [];
  private readonly checkpoints = new Map<number, Set<string>>();
  private readonly lastCheckpoint: number;
  /** The last entry a checkpoint agrees with. */
  private confirmed = 0;
  private isRewritten = false;

  constructor(
    private readonly head: StoredHead | undefined,
    checkpoints: readonly AuditReceipt[],
  ) {
    for (const { seq, hash } of checkpoints) {
      this.checkpoints.set(seq, (this.checkpoints.get(seq) ?? new Set()).add(hash));
    }
    this.lastCheckpoint = checkpoints.reduce((last, { seq }) => Math.max(last, seq), 0);
  }

  add({ seq, recordedAt, text, hash }: StoredEntry): void {
    this.entries += 1;
    const { head, previous } = this;
    if (head && seq > head.seq) {
      this.report({ finding: { kind: "after head", from: seq, to: seq, number: head.seq } });
    }
    const content = { seq, recordedAt, digest: createHash("sha256").update(text).digest() };
    const computed = hashOf(previous.hash, content);
    let found: Found | undefined;
    if (seq !== previous.seq + 1) {
      this.report({ finding: { kind: "deleted", from: previous.seq + 1, to: seq - 1 } });
    } else if (computed.equals(hash)) {
      // It confirms the hash before it, so the rest of this entry was edited.
      if (previous.found?.finding.kind === "unlinked") relabel(previous.found, "edited");
    } else if (previous.found && hashOf(previous.computed, content).equals(hash)) {
      relabel(previous.found, "hash edited");
    } else {
      const broken = { ...content, hash, before: previous.hash };
      found = { broken, finding: this.understood(broken) };
      this.report(found);
    }
    this.compare(seq, hash);
    this.previous = { seq, hash, computed, before: previous.hash, found };
  }

  finish(): Verification {
    const { entries, head, previous, unlisted } = this;
    const { places, sound } = relocated(
      this.found.flatMap(({ broken }) => (broken ? [broken] : [])),
      head,
    );
    const end = Math.max(head?.seq ?? 0, this.lastCheckpoint);
    if (!head) this.report({ finding: { kind: "head removed", from: 0, to: 0 } });
    if (end > previous.seq) {
      this.report({ finding: { kind: "cut off", from: previous.seq + 1, to: end } });
    } else if (head?.seq === previous.seq) {
      this.compareEnd(head, [...places.values()].includes(head.seq));
    }
    const findings = this.found.flatMap(({ finding, broken }): Finding[] => {
      if (!broken) return [finding];
      if (sound.has(broken.seq)) return [];
      const number = places.get(broken.seq);
      return number === undefined ? [finding] : [{ ...finding, kind: "moved", number }];
    });
    return { entries, head, findings: merged(findings), unlisted };
  }

  /** What is wrong with an entry that does not follow from the one before it, as far as can be seen here. */
  private understood(entry: LinkedContent & { readonly hash: Buffer }): Finding {
    const { seq } = entry;
    const { previous } = this;
    const isAppendedAs = (number: number, before: Buffer) =>
      hashOf(before, { ...entry, seq: number }).equals(entry.hash);
    if (isAppendedAs(seq - 1, previous.before)) {
      if (previous.found) relabel(previous.found, "inserted");
      else this.report({ finding: { kind: "inserted", from: seq - 1, to: seq - 1 } });
      return { kind: "renumbered", from: seq, to: seq, number: 1 };
    }
    for (const shift of [1, -1]) {
      if (isAppendedAs(seq - shift, previous.hash)) {
        return { kind: "renumbered", from: seq, to: seq, number: shift };
      }
    }
    return { kind: "unlinked", from: seq, to: seq };
  }

  private compare(seq: number, hash: Buffer): void {
    const expected = this.checkpoints.get(seq);
    if (!expected || this.isRewritten) return;
    this.isRewritten = expected.size > 1 || !expected.has(hash.toString("hex"));
    if (!this.isRewritten) this.confirmed = seq;
    else this.report({ finding: { kind: "rewritten", from: this.confirmed + 1, to: seq } });
  }

  /** No later entry confirms the hash of the last one; the head does. */
  private compareEnd(head: StoredHead, isEndMoved: boolean): void {
    const { found, hash, computed, seq } = this.previous;
    if (head.hash.equals(hash)) {
      if (found?.finding.kind === "unlinked") relabel(found, "edited");
    } else if (found && head.hash.equals(computed)) relabel(found, "hash edited");
    else if (!isEndMoved) this.report({ finding: { kind: "head edited", from: seq, to: seq } });
  }

  private report(found: Found): void {
    if (this.found.length < mostListed) this.found.push(found);
    else this.unlisted += 1;
  }
}

function relabel(found: Found, kind: Finding["kind"]): void {
  const { from, to } = found.finding;
  found.finding = { kind, from, to };
}
