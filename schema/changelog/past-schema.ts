/** The supergraph as it was at the end of a day. */
export interface PastSchema {
  /** In Asia/Tokyo, `YYYY-MM-DD`. */
  readonly day: string;
  readonly supergraphSdl: string;
  /** Why breaking changes were made, by their message. */
  readonly reasons: ReadonlyMap<string, string>;
}
