import { runProgram } from "../../subgraphs/kit/http/process-lifecycle";
import { keyCommands, runKeyCommand } from "./key-files";

const usage = `Expected a command and a folder: node dist/gateway/access/keys.js ${keyCommands.join("|")} <folder>`;

runProgram(async () => {
  const [given, folder, ...rest] = process.argv.slice(2);
  const command = keyCommands.find((each) => each === given);
  if (!command || folder === undefined || rest.length > 0) throw new Error(usage);
  await runKeyCommand(command, folder);
});
