import { useCallback, useState } from "react";

/**
 * A text that is kept while its tab is open, also when the page is loaded again, and nowhere else: what was asked, as
 * whom and what for is of no concern to who opens the browser next.
 */
export function useTabState(key: string, initial = ""): readonly [string, (value: string) => void] {
  const name = `explorer:${key}`;
  const [value, setValue] = useState(() => sessionStorage.getItem(name) ?? initial);
  const keep = useCallback(
    (next: string) => {
      sessionStorage.setItem(name, next);
      setValue(next);
    },
    [name],
  );
  return [value, keep];
}
