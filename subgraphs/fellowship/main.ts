import "reflect-metadata";
import { runSubgraph } from "../kit/subgraph/command-line";
import { fellowship } from "./fellowship";

runSubgraph(fellowship, process.argv.slice(2));
