import { runProgram, stopOnRequest } from "../subgraphs/kit/http/process-lifecycle";
import { createLogger } from "../subgraphs/kit/logger";
import { readGatewaySettings } from "./env";
import { startGateway } from "./start-gateway";

runProgram(async () => {
  const settings = readGatewaySettings();
  const logger = createLogger("gateway", settings.LOG_LEVEL);
  const gateway = await startGateway(settings, logger);
  stopOnRequest(() => gateway.stop(), settings.SHUTDOWN_GRACE_MS, logger);
});
