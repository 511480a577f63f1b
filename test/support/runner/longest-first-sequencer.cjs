const { default: Sequencer } = require("@jest/test-sequencer");

/** The files that take longest, so that none of them is left to run alone at the end. */
const longest = [
  "local-stack",
  "attack-payloads",
  "every-field",
  "compose",
  "demo",
  "statistics-walk",
  "random-documents",
  "audit-persons",
  "import-dispatches",
].map((name) => `/test/e2e/${name}.e2e.test.ts`);

/** Begins with the files that take longest, then goes by what Jest knows of earlier runs, or by size. */
module.exports = class LongestFirstSequencer extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const place = longest.findIndex((name) => path.endsWith(name));
      return place < 0 ? longest.length : place;
    };
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
};
