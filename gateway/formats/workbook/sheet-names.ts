/** A sheet's name can be no longer, and has none of these (Excel's specifications and limits). */
const longestName = 31;
const forbidden = /[[\]:*?/\\']/g;

/** Names that Excel takes, each once whatever the case, for sheets of these names. */
export function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>(["history"]);
  return names.map((name) => {
    const wanted = name.replace(forbidden, " ");
    let given = wanted.slice(0, longestName);
    for (let number = 2; taken.has(given.toLowerCase()); number += 1) {
      const ending = ` ${number}`;
      given = wanted.slice(0, longestName - ending.length) + ending;
    }
    taken.add(given.toLowerCase());
    return given;
  });
}
