import "reflect-metadata";
import { runSubgraph } from "../kit/subgraph/command-line";
import { cooperation } from "./cooperation";

runSubgraph(cooperation, process.argv.slice(2));
