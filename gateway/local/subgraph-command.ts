import { endWith, withStack } from "./command";

// `npm run migrate` and the like: one command of every subgraph, on the local stack's databases.
const command = process.argv.slice(2);
void endWith(() => withStack({ fresh: false }, (stack) => stack.run(command)));
