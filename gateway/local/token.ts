import { endWith } from "./command";
import { readSettings } from "./env";
import { LocalStackFailure } from "./system/failure";
import { runningStack } from "./running-stack";
import { readIssuer } from "./issuer/issuer-file";
import { signToken } from "./issuer/sign-token";
import { tokenClaims } from "./issuer/token-claims";

// `npm run token`: prints a token of the development issuer for the stack that runs.
void endWith(async () => {
  const claims = tokenClaims(process.argv.slice(2));
  const stack = await runningStack(readSettings());
  const kept = stack && (await readIssuer(stack.folder.issuer));
  if (!kept) {
    throw new LocalStackFailure(
      "No local stack runs on this data folder: start it with npm start, or set DATA_DIRECTORY as it was started with.",
    );
  }
  const token = await signToken(kept, claims);
  process.stdout.write(`${token}\n`);
  return 0;
});
