import { InvalidEnvironment } from "../../subgraphs/kit/environment";
import { tolerateLostReaders } from "../../subgraphs/kit/http/readerless-output";
import { parseArguments } from "./arguments";
import { chooseDemo, rememberDemo } from "./demo-choice";
import { readSettings } from "./env";
import { LocalStackFailure } from "./system/failure";
import { helpText } from "./help";
import { prepareStack, type StackWanted } from "./prepare";
import { listenForStop, type StopRequests, type StopSignal } from "./signals";
import { LocalStack } from "./stack";
import { summaryOf } from "./summary";

/**
 * Runs the command line of the local stack to its end, then ends this process: with 0 when asked to
 * stop, 1 when something failed, 130, 143 or 129 when a second signal forced the end.
 */
export async function runCommand(received: readonly string[]): Promise<void> {
  await endWith(() => run(received));
}

/** Ends this process with the code that the work returns, or 1 and the reason when it fails. */
export async function endWith(work: () => Promise<number>): Promise<void> {
  tolerateLostReaders();
  const code = await work().catch(report);
  // Not `exitCode`: whatever is left over after a failure must not keep a terminal waiting.
  process.exit(code);
}

/** Prepares a stack, lets the work use it until it ends or a stop is asked for, and stops everything. */
export async function withStack(
  wanted: StackWanted,
  work: (stack: LocalStack) => Promise<void>,
): Promise<number> {
  const settings = readSettings();
  const requests = listenForStop();
  const asked = requests.first.then(() => undefined);
  const prepared = await Promise.race([prepareStack(settings, wanted), asked]);
  if (!prepared) return 0;
  const stack = new LocalStack(prepared.context, prepared.place);
  let code = 0;
  try {
    await Promise.race([work(stack), asked]);
  } catch (error) {
    code = report(error);
  }
  const forced = await stop(stack, requests);
  // A forced end leaves the claim, so that the next start waits for what may still be ending.
  if (forced === undefined) await prepared.release();
  return forced ?? code;
}

const syntheticNotice =
  "Persons, applications, dispatches and other records are synthetic, made up for demonstration; published facts and figures are real. For records of your own: npm start -- --fresh --no-demo, which later starts remember.";

async function run(received: readonly string[]): Promise<number> {
  const { fresh, help, demo: asked } = parseArguments(received);
  if (help) {
    process.stdout.write(helpText());
    return 0;
  }
  return withStack({ fresh }, async (stack) => {
    process.stdout.write("Starting PostgreSQL, the subgraphs and the gateway …\n");
    const { folder } = stack.context;
    const demo = await chooseDemo(folder, asked);
    await stack.start(demo);
    await rememberDemo(folder, demo);
    const notice = demo.isWanted ? `\n${syntheticNotice}\n` : "";
    process.stdout.write(`\n${summaryOf(stack)}${notice}`);
    await stack.lost;
  });
}

async function stop(stack: LocalStack, requests: StopRequests): Promise<number | undefined> {
  process.stdout.write("Stopping …\n");
  const forced = requests.second.then((signal) => {
    stack.kill();
    return forcedExit[signal];
  });
  return Promise.race([stack.stop().then(() => undefined), forced]);
}

const forcedExit: Readonly<Record<StopSignal, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

function report(error: unknown): number {
  const isExpected = error instanceof LocalStackFailure || error instanceof InvalidEnvironment;
  const text = error instanceof Error ? (isExpected ? error.message : error.stack) : String(error);
  process.stderr.write(`${text}\n`);
  return 1;
}
