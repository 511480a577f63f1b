import "reflect-metadata";
import { runProgram } from "../http/process-lifecycle";
import { createDataSource } from "../database/data-source";
import { type DisclosureRule, disclosureRule } from "../disclosure/disclosure-rule";
import { runRelease } from "../release/run-release";
import { setUp } from "../subgraph/database-commands";
import { readReleaseSettings, setupUrls } from "../subgraph/env";
import type { SubgraphDefinition } from "../subgraph/subgraph-definition";
import { reportChanges } from "../subgraph/report-changes";
import type { DemoRecords } from "./demo-records";
import { loadDemo } from "./load-demo";

const mostRecords = 100_000_000;

/**
 * The program that fills a subgraph's database with synthetic records: `[--set-up] [--scale N | --none]`. With `--none`
 * it writes none, and fails if there are some. Then it makes a release of statistics, if one is due. With `--set-up` it
 * first does what the subgraph's command `setup` does: one process for all of it loads the packages once.
 */
export function runDemo(
  definition: SubgraphDefinition,
  records: DemoRecords,
  args: readonly string[],
): void {
  runProgram(async () => {
    const isWithSetup = args[0] === "--set-up";
    const scale = scaleOf(isWithSetup ? args.slice(1) : args);
    const { OWNER_DATABASE_URL: owner, DISCLOSURE_THRESHOLD: threshold } = readReleaseSettings();
    const progress = (line: string) => process.stdout.write(`${line}\n`);
    if (isWithSetup) reportChanges(await setUp(definition, setupUrls()));
    await loadDemo(records, owner, scale, progress);
    for (const line of await releaseIfDue(records, owner, disclosureRule(threshold)))
      progress(line);
  });
}

/** What was loaded is released to the public as the records of an office are, and so is that there are none. */
async function releaseIfDue(
  { measures }: DemoRecords,
  url: string,
  rule: DisclosureRule,
): Promise<string[]> {
  const database = createDataSource({
    url,
    applicationName: "demo",
    poolSize: 1,
    entities: [],
    isOfCommand: true,
  });
  await database.initialize();
  try {
    return await runRelease(measures, database, rule, { isIfDue: true });
  } finally {
    await database.destroy();
  }
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
