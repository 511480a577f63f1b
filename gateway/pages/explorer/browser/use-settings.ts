import { useCallback, useMemo, useRef, useState } from "react";
import type { PageLanguage } from "../../shared/page-language";
import type { ExplorerData } from "../shared/explorer-data";
import { requestHeaders } from "../shared/request-headers";
import { fetchToken } from "./fetch-token";
import { useTabState } from "./use-tab-state";

/** What goes into the headers of every request, and what changes it. */
export interface Settings {
  readonly asOf: string;
  readonly language: string;
  readonly purpose: string;
  readonly role: string;
  /** What came of the last attempt to fetch a token, where it failed. */
  readonly problem: string | undefined;
  readonly setAsOf: (day: string) => void;
  readonly setLanguage: (language: string) => void;
  readonly setPurpose: (purpose: string) => void;
  /** Fetches a token of the role; resolves once requests have it. */
  readonly setRole: (role: string) => Promise<void>;
  /** All headers of a request that begins now, those typed in among them. */
  readonly headersOf: (typed: Readonly<Record<string, unknown>>) => Record<string, string>;
}

/** The settings of this tab: kept while it is open. */
export function useSettings({ language: page, tokens }: ExplorerData): Settings {
  const [asOf, setAsOf] = useTabState("as-of");
  const [language, setLanguage] = useTabState("language", page satisfies PageLanguage);
  const [purpose, setPurpose] = useTabState("purpose");
  const [role, keepRole] = useTabState("role", "public");
  const [token, keepToken] = useTabState("token");
  const [problem, setProblem] = useState<string>();
  // A request begins later than its headers were drawn: it takes what holds then.
  const now = useRef({ asOf, language, purpose, token });
  now.current = { asOf, language, purpose, token };
  const setRole = useCallback(
    async (next: string) => {
      setProblem(undefined);
      try {
        const fetched = next === "public" || !tokens ? "" : await fetchToken(tokens, next);
        keepToken(fetched);
        keepRole(next);
        now.current = { ...now.current, token: fetched };
      } catch (error) {
        setProblem(error instanceof Error ? error.message : String(error));
      }
    },
    [tokens, keepRole, keepToken],
  );
  const headersOf = useCallback((typed: Readonly<Record<string, unknown>>) => {
    const { token: held, ...others } = now.current;
    return requestHeaders({ ...others, token: held === "" ? undefined : held }, typed);
  }, []);
  return useMemo(
    () => ({
      asOf,
      language,
      purpose,
      role,
      problem,
      setAsOf,
      setLanguage,
      setPurpose,
      setRole,
      headersOf,
    }),
    [asOf, language, purpose, role, problem, setAsOf, setLanguage, setPurpose, setRole, headersOf],
  );
}
