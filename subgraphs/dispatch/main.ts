import "reflect-metadata";
import { runSubgraph } from "../kit/subgraph/command-line";
import { dispatch } from "./dispatch";

runSubgraph(dispatch, process.argv.slice(2));
