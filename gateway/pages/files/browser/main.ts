import "../../browser/page.css";
import "./files.css";
import { addCopyButtons } from "../../browser/add-copy-buttons";
import { addressWith } from "../shared/address-with";

addCopyButtons();
for (const form of document.querySelectorAll("form")) {
  const places = form.parentElement?.querySelectorAll("[data-address]") ?? [];
  /** Writes the address of what is chosen, where the gateway says that it is. */
  const show = () => {
    const chosen = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as const] : [],
    );
    const address = addressWith(`${form.dataset["origin"]}${form.getAttribute("action")}`, chosen);
    for (const place of places) place.textContent = address;
  };
  form.addEventListener("input", show);
  // A browser keeps what was typed when a reader comes back.
  show();
}
