/** Sends one request to a subgraph. */
export type FetchSubgraph = (url: string, init?: FetchInit) => Promise<FetchedResponse>;

/** What is sent, besides the address. */
export interface FetchInit {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** What came back; its body has been read. */
export interface FetchedResponse {
  readonly ok: boolean;
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: { get(name: string): string | null };
  json(): Promise<object>;
  text(): Promise<string>;
}
