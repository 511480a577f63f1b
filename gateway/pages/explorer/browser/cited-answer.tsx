import type { ReactNode } from "react";
import type { GivenCitation } from "../../shared/citation/citation";
import { citationText } from "../../shared/citation/citation-text";
import { wholeAddress } from "../../shared/citation/whole-address";
import type { PageLanguage } from "../../shared/page-language";
import { words } from "../shared/words";

/** What a cited answer is cited by. */
export interface CitedAnswerProps {
  readonly language: PageLanguage;
  readonly citation: GivenCitation;
}

/** The text to cite an answer by, to be copied, and the way to the page at which it is kept. */
export function CitedAnswer({ language, citation }: CitedAnswerProps): ReactNode {
  const address = wholeAddress(citation, location.origin);
  return (
    <div className="cited">
      <input
        readOnly
        aria-label={words.cited[language]}
        value={citationText(citation, language, address)}
        onFocus={({ target }) => target.select()}
      />
      {address !== undefined && (
        <a className="button" href={`${address}?lang=${language}`} target="_blank" rel="noopener">
          {words.citedPage[language]} ↗
        </a>
      )}
    </div>
  );
}
