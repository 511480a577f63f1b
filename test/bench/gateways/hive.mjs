// A program: Hive Gateway's runtime with the planner written in Rust, on PORT with SUPERGRAPH.
import { createServer } from "node:http";
import { createGatewayRuntime } from "@graphql-hive/gateway-runtime";
import { unifiedGraphHandler } from "@graphql-hive/router-runtime";

const { PORT, SUPERGRAPH } = process.env;
const gateway = createGatewayRuntime({
  supergraph: SUPERGRAPH,
  unifiedGraphHandler,
  logging: false,
});
createServer(gateway).listen(Number(PORT), "127.0.0.1");
