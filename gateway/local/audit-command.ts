import { runAttached } from "./attached-program";
import { auditFile, auditUrls, requireBuilt, type ProgramContext } from "./child-programs";
import { endWith, withStack } from "./command";
import { callersFolder, readSettings } from "./env";
import { project } from "./prepare";
import { runningStack } from "./running-stack";

// `npm run audit:verify` and the like: one command on the local stack's audit log, with the role that is permitted to
// read it.
const [command = "help", ...args] = process.argv.slice(2);
void endWith(run);

async function run(): Promise<number> {
  await requireBuilt(project);
  const running = await runningStack(readSettings());
  if (running) return runOn(running);
  // If the command did not end by itself, as after a stop, nothing was verified.
  let outcome = 130;
  const code = await withStack({ fresh: false, needs: "databases" }, async (stack) => {
    process.stderr.write("Starting PostgreSQL …\n");
    await stack.setUpAudit();
    outcome = await runOn(stack.context);
  });
  return code === 0 ? outcome : code;
}

function runOn(context: ProgramContext): Promise<number> {
  return runAttached({
    args: [auditFile(project), command, ...args],
    cwd: callersFolder(`audit:${command}`),
    environment: { AUDIT_READER_DATABASE_URL: auditUrls(context).reader },
  });
}
