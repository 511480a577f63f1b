import { describeOldNode } from "./node-version";

const problem = describeOldNode(process.versions.node);
if (problem === undefined) {
  // Loaded only now: on an old Node the packages behind it fail with a stack instead of one line.
  void import("./start.js");
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}
