import "reflect-metadata";
import { runSubgraph } from "../kit/subgraph/command-line";
import { recruitment } from "./recruitment";

runSubgraph(recruitment, process.argv.slice(2));
