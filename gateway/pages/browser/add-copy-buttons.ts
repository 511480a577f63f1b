/**
 * Puts a button behind each element whose text is there to be copied. Its attributes say what the button says: `data-copy`,
 * and afterwards `data-copied`, or `data-selected` where the text is selected instead. Without a script the texts can still
 * be marked and copied by hand.
 */
export function addCopyButtons(): void {
  for (const text of document.querySelectorAll<HTMLElement>("[data-copy]")) {
    const { copy = "", copied = "", selected = "" } = text.dataset;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = copy;
    button.setAttribute("aria-describedby", text.getAttribute("aria-labelledby") ?? text.id);
    const state = document.createElement("span");
    state.setAttribute("role", "status");
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(text.textContent?.trim() ?? "").then(
        () => {
          state.textContent = copied;
        },
        // Some browsers permit no page to write to the clipboard.
        () => {
          getSelection()?.selectAllChildren(text);
          state.textContent = selected;
        },
      );
    });
    const tools = document.createElement("p");
    tools.className = "no-print";
    tools.append(button, " ", state);
    text.after(tools);
  }
}
