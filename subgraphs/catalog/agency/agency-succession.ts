import { firstDay } from "../dates/partial-date";

/**
 * The form a body had on a day: itself, or the predecessor that stood before it took this form. Only backwards is
 * certain: a body has one predecessor, but may have been divided among several successors.
 */
export function bodyInForce<
  Form extends { readonly validFrom: string | null; readonly predecessor: Form | null },
>(body: Form, asOf: string): Form {
  const { validFrom, predecessor } = body;
  return validFrom && predecessor && asOf < firstDay(validFrom)
    ? bodyInForce(predecessor, asOf)
    : body;
}
