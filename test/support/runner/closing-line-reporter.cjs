/** Ends the run with one plain line, `N passed, N failed`, that any CI can read. */
module.exports = class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    // Jest prints its own summary after all reporters; the line has to come behind it.
    process.on("exit", () => {
      process.stdout.write(`${results.numPassedTests} passed, ${failed} failed\n`);
    });
  }
};
