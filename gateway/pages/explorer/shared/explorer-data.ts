import type { PageLanguage } from "../../shared/page-language";

/** What the server gives the explorer's script. */
export interface ExplorerData {
  readonly language: PageLanguage;
  /** Whether Apollo Sandbox is here too. */
  readonly sandbox: boolean;
  /** The addresses of the editor's workers. */
  readonly workers: Readonly<Record<"editor" | "graphql" | "json", string>>;
  /** Where a token of a role is fetched, and of which: in the local stack only. */
  readonly tokens?: { readonly address: string; readonly roles: readonly string[] };
}
