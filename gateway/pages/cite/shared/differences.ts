/** One place at which two answers differ. */
export interface Difference {
  /** As `dispatchStatistics.rows[3].count.value`. */
  readonly place: string;
  /** What is there in each; `undefined` where nothing is. */
  readonly before: unknown;
  readonly after: unknown;
}

/** Where two values of JSON differ, in the order of the first. The order of an object's members is no difference. */
export function differencesOf(before: unknown, after: unknown, place = ""): Difference[] {
  if (Object.is(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_each, index) => index).flatMap((index) =>
      differencesOf(before[index], after[index], `${place}[${index}]`),
    );
  }
  if (isObject(before) && isObject(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) =>
      differencesOf(own(before, name), own(after, name), place === "" ? name : `${place}.${name}`),
    );
  }
  return [{ place, before, after }];
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
