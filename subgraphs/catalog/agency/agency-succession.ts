import { firstDay } from "../dates/partial-date";

/**
 * The form of a body on a day: itself, or the predecessor before it took this form. Only predecessors are certain: a
 * body has one, but may have been divided among several successors.
 */
export function bodyInForce<
  Form extends { readonly validFrom: string | null; readonly predecessor: Form | null },
>(body: Form, asOf: string): Form {
  const { validFrom, predecessor } = body;
  return validFrom && predecessor && asOf < firstDay(validFrom)
    ? bodyInForce(predecessor, asOf)
    : body;
}
