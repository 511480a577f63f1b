import type { PageLanguage } from "../page-language";

/** A release of statistics. */
export interface CitedRelease {
  /** Its number within its area: 1 is the first. */
  readonly vintage: number;
  /** When it was made, as in RFC 3339, in the time of Asia/Tokyo. */
  readonly releasedAt: string;
}

/** What was asked of the graph, when, and of which state of it: all of an answer but its data. */
export interface Citation {
  /** What the operation is called; without a name, the fields at its top and the values that they are asked with. */
  readonly name: string;
  /** The operation that was run, with its fragments and without comments, as graphql-js writes it. */
  readonly operation: string;
  /** The values of the variables that it uses, as far as they were given. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The language of names, where the operation names none. */
  readonly language: PageLanguage;
  /** The day in force where the operation names none, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The days that it names with `asOf`, each once. */
  readonly namedDays: readonly string[];
  /** The day that all of it is about, `YYYY-MM-DD`; nothing where its fields are about several, or about none. */
  readonly ofDay?: string;
  /** Of what was on record then it is the answer: the `knownAt` of all fields that take one, else when it was answered. */
  readonly knownAt: string;
  /** The day of the answer in Asia/Tokyo, `YYYY-MM-DD`. */
  readonly day: string;
  /** SHA-256 of the composed schema, hexadecimal. */
  readonly schemaVersion: string;
  /**
   * The last release of each area whose statistics were asked for. `null` where there was none, where another was made
   * meanwhile, where the operation names a `knownAt`, and for whoever has a token and can be answered from records.
   * Published facts have no version.
   */
  readonly dataVersion: Readonly<Record<string, CitedRelease | null>>;
  /** What kind of records the graph holds, where they are not an office's own: `synthetic`. */
  readonly dataset?: string;
  /** SHA-256 of the answer's `data` as it was sent, hexadecimal. */
  readonly answer: string;
}

/** A citation as an answer has it in `extensions.citation`. */
export interface GivenCitation extends Citation {
  /** Whether the answer is kept, so that anybody can see it again. */
  readonly kept: boolean;
  /** The id under which it is kept. */
  readonly id?: string;
  /** Where it is kept: a path of the gateway, or a whole address where the gateway knows its own. */
  readonly address?: string;
}

/** The citation that an answer has among its extensions, if it was asked for. */
export function citationOf(extensions: unknown): GivenCitation | undefined {
  if (typeof extensions !== "object" || extensions === null) return undefined;
  const { citation } = extensions as { citation?: GivenCitation };
  return citation;
}
