import { runProgram } from "../../subgraphs/kit/http/process-lifecycle";
import { callersFolder, readOperationsSettings } from "./env";
import { registerOperations } from "./register-operations";

// `npm run operations:register`: adds operations of a client to the manifest, or removes them from it.
runProgram(async () => {
  const said = await registerOperations(
    process.argv.slice(2),
    readOperationsSettings(),
    callersFolder("operations:register"),
  );
  process.stdout.write(said);
});
