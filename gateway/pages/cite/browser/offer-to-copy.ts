import type { PageLanguage } from "../../shared/page-language";
import { words } from "../shared/words";

/** Puts a button beside each text that is there to be copied. */
export function offerToCopy(language: PageLanguage): void {
  for (const place of document.querySelectorAll(".to-copy")) {
    const text = place.querySelector("pre");
    const label = place.querySelector("h3");
    if (!text || !label) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "no-print";
    button.textContent = words.copy[language];
    button.setAttribute("aria-describedby", label.id);
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(text.textContent).then(
        () => (button.textContent = words.copied[language]),
        // Some browsers permit no page to write to the clipboard.
        () => {
          getSelection()?.selectAllChildren(text);
          button.textContent = words.selected[language];
        },
      );
    });
    label.after(button);
  }
}
