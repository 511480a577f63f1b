import "reflect-metadata";
import { runProgram } from "../http/process-lifecycle";
import { readLoadSettings } from "../subgraph/env";
import type { DemoRecords } from "./demo-records";
import { loadDemo } from "./load-demo";

const mostRecords = 100_000_000;

/**
 * The program that fills a subgraph's database with synthetic records: `[--scale N | --none]`. With `--none` it writes
 * none, and fails if there are some.
 */
export function runDemo(records: DemoRecords, args: readonly string[]): void {
  runProgram(async () => {
    await loadDemo(records, readLoadSettings().OWNER_DATABASE_URL, scaleOf(args), (line) => {
      process.stdout.write(`${line}\n`);
    });
  });
}

function scaleOf([flag, value, ...rest]: readonly string[]): number | undefined {
  if (flag === undefined) return undefined;
  if (flag === "--none" && value === undefined) return 0;
  const scale = /^\d{1,9}$/.test(value ?? "") ? Number(value) : 0;
  if (flag !== "--scale" || rest.length > 0 || scale < 1 || scale > mostRecords) {
    const received = [flag, value, ...rest].filter((argument) => argument !== undefined).join(" ");
    throw new Error(
      `Expected nothing, --none or --scale with a whole number from 1 to ${mostRecords}, received "${received}".`,
    );
  }
  return scale;
}
