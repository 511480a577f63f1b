import type { Control } from "../figures/figure";
import { element } from "./element";

/** The options of a figure. What is chosen is handed on; the keyboard stays where it was. */
export function controlsView(
  controls: readonly Control[],
  choose: (name: string, value: string) => void,
): HTMLElement {
  return element(
    "div",
    { class: "figure-controls no-print", hidden: controls.length === 0 },
    ...controls.map((control) => {
      const id = `control-${control.name}`;
      const input = inputOf(control, id);
      input.addEventListener("change", () => {
        if (input.value !== "") choose(control.name, input.value);
      });
      return element("label", { for: id }, element("span", {}, control.label), input);
    }),
  );
}

function inputOf(control: Control, id: string): HTMLSelectElement | HTMLInputElement {
  if (control.kind === "day") {
    return element("input", {
      id,
      type: "date",
      value: control.value,
      min: "1980-01-01",
      max: control.latest,
    });
  }
  return element(
    "select",
    { id },
    ...control.choices.map(({ code, name }) =>
      element("option", { value: code, selected: code === control.value }, name),
    ),
  );
}
