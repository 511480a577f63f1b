import { runProgram } from "../../subgraphs/kit/http/process-lifecycle";
import { keyCommands, keyUses, runKeyCommand } from "./key-files";

const usage = `Expected a command, a folder and what the keys are for: node dist/gateway/access/keys.js ${keyCommands.join("|")} <folder> [${keyUses.join("|")}]`;

runProgram(async () => {
  const [given, folder, givenUse = "signing", ...rest] = process.argv.slice(2);
  const command = keyCommands.find((each) => each === given);
  const use = keyUses.find((each) => each === givenUse);
  if (!command || !use || folder === undefined || rest.length > 0) throw new Error(usage);
  await runKeyCommand(command, folder, use);
});
