const { randomUUID } = require("node:crypto");
const { readFileSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

/** Prints which sweeps ran whole and which by an eighth, as each of them has written into a file. */
module.exports = class SweepsReporter {
  constructor() {
    this.file = join(tmpdir(), `personnel-graph-sweeps-${randomUUID()}`);
    process.env.SWEEPS_FILE = this.file;
  }

  onRunComplete() {
    const line = this.closingLine();
    if (line !== undefined) process.stdout.write(`\n${line}\n`);
  }

  /** What was run, in one line; `undefined` where there was no sweep. */
  closingLine() {
    const sweeps = written(this.file);
    rmSync(this.file, { force: true });
    return sweeps.length > 0 ? closingLine(sweeps) : undefined;
  }
};

function closingLine(sweeps) {
  const whole = namesOf(sweeps.filter(({ isWhole }) => isWhole));
  const others = sweeps.filter(({ isWhole }) => !isWhole);
  const said = [];
  if (whole.length > 0) said.push(`${whole.length} whole (${whole.join(", ")})`);
  if (others.length > 0) {
    said.push(`${namesOf(others).length} by an eighth (SWEEP_PART=${others[0].part})`);
  }
  const why = sweeps.every(({ isKnown }) => isKnown) ? "" : " Git does not say what changed.";
  return `Sweeps: ${said.join(", ")}.${others.length > 0 ? " FULL=1 runs all." : ""}${why}`;
}

/** A test file may have several sweeps. */
function namesOf(sweeps) {
  return [...new Set(sweeps.map(({ name }) => name))].sort();
}

function written(file) {
  try {
    return readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
}
