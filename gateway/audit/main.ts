import { runProgram } from "../../subgraphs/kit/http/process-lifecycle";
import { runAuditCommand } from "./command";

runProgram(async () => {
  process.exitCode = await runAuditCommand(process.argv.slice(2));
});
