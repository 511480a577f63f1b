// Statistics of rounds.

/** The value below which `percent` of the values are; NaN of none. */
export function percentile(values, percent) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? NaN;
}

/** The middle value. */
export const median = (values) => percentile(values, 50);

/** The middle value, and the least and largest. */
export function spread(values) {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

/** The items in another order each round, so that none always follows the same one. */
export function rotated(items, round) {
  return items.map((_, index) => items[(index + round) % items.length]);
}

/** A number with about three digits that count. */
export function short(value) {
  if (!Number.isFinite(value)) return "–";
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

/** `median (least–most)`. */
export function shortSpread(values) {
  const { median: middle, least, most } = spread(values);
  return `${short(middle)} (${short(least)}–${short(most)})`;
}

/** A ratio: `×1.23`. */
export const ratio = (value, base) => (base > 0 ? `×${(value / base).toFixed(2)}` : "–");
