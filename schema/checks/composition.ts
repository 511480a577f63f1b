import { ALLOWED_HINTS, type AllowedHint } from "../allowed-hints";
import type { Composition } from "../compose";
import type { Problem } from "../problem";

/** Turns composition errors, and every hint that is not allowed, into problems. */
export function composition(
  { errors, hints }: Composition,
  allowed: readonly AllowedHint[] = ALLOWED_HINTS,
): Problem[] {
  const refused = hints.filter(
    (hint) =>
      !allowed.some(
        ({ code, coordinate }) => code === hint.definition.code && coordinate === hint.coordinate,
      ),
  );
  return [
    ...errors.map((message) => ({ check: "composition", where: "supergraph", message })),
    ...refused.map((hint) => ({
      check: "composition",
      where: hint.coordinate ?? "supergraph",
      message: `${hint.definition.code}: ${hint.message}`,
    })),
  ];
}
