const { relative } = require("node:path");

const shown = 20;

/** Prints which test files took longest, and how much of the run that was. */
module.exports = class SlowestFilesReporter {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  onRunComplete(_contexts, { testResults }) {
    const files = testResults
      .map(({ testFilePath, perfStats }) => ({
        name: relative(this.rootDir, testFilePath),
        seconds: (perfStats.end - perfStats.start) / 1_000,
      }))
      .sort((one, other) => other.seconds - one.seconds);
    if (files.length < 2) return;
    const total = files.reduce((sum, { seconds }) => sum + seconds, 0);
    const lines = files
      .slice(0, shown)
      .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`);
    process.stdout.write(
      `\nSlowest of ${files.length} test files, which took ${total.toFixed(0)} s together:\n${lines.join("\n")}\n`,
    );
  }
};
