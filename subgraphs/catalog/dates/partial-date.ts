/**
 * The first day a partial date may stand for. It is also the day used where a change of state is known only to the
 * year or month, for its end and for the next state's beginning alike, so that the two meet without gap or overlap.
 */
export function firstDay(partial: string): string {
  return `${partial}-01-01`.slice(0, 10);
}

/** The last day a partial date may stand for. */
export function lastDay(partial: string): string {
  if (partial.length === 10) return partial;
  if (partial.length === 4) return `${partial}-12-31`;
  const [year, month] = partial.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10);
}
