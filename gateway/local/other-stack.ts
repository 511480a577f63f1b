import type { DataFolder } from "./data-folder";
import { LocalStackFailure } from "./system/failure";
import { commandOf } from "./system/process-table";

/**
 * Throws {@link LocalStackFailure} where the stack that last claimed the folder still runs, whether it is starting,
 * started or stopping. Another program that has its process id by now does not count.
 */
export async function refuseSecondStack(
  folder: DataFolder,
  lastStack: number | undefined,
): Promise<void> {
  if (lastStack === undefined || lastStack === process.pid) return;
  if (!stackCommand.test(await commandOf(lastStack))) return;
  throw new LocalStackFailure(
    `A local stack (process ${lastStack}) already runs on ${folder.path}: stop it, or set DATA_DIRECTORY to another folder.`,
  );
}

const stackCommand = /\bgateway\/local\/[\w-]+\.js\b/;
