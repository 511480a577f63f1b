import { z } from "zod";
import { folderOfCaller, portVariable, readEnvironment } from "../../subgraphs/kit/environment";
import { ofEachPart, type PartName, parts } from "./programs";

const ports = Object.fromEntries(
  Object.values(parts).map(({ variable, port, listener }) => [
    variable,
    portVariable(port).describe(`Port of ${listener}.`),
  ]),
);

/** The variables that the local stack reads itself; all others are passed on to the processes it starts. */
export const localStackShape = {
  ...ports,
  DATA_DIRECTORY: z
    .string()
    .min(1)
    .optional()
    .describe("Folder of databases, passwords and logs. Default: .data in the project."),
};

/** Where the local stack listens and keeps its data. */
export interface LocalStackSettings {
  readonly ports: Readonly<Record<PartName, number>>;
  readonly dataDirectory: string | undefined;
}

/** Reads the settings from the environment; throws `InvalidEnvironment` listing every problem. */
export function readSettings(): LocalStackSettings {
  const settings = readEnvironment(localStackShape, process.env);
  const values: Readonly<Record<string, unknown>> = settings;
  return {
    ports: ofEachPart(({ variable }) => Number(values[variable])),
    dataDirectory: settings.DATA_DIRECTORY,
  };
}

/**
 * What a started process inherits: everything but database addresses: one in the developer's shell must neither give a
 * process rights nor lead it to another server.
 */
export function inheritedEnvironment(): NodeJS.ProcessEnv {
  const {
    ADMIN_DATABASE_URL,
    OWNER_DATABASE_URL,
    DATABASE_URL,
    AUDIT_DATABASE_URL,
    AUDIT_OWNER_DATABASE_URL,
    AUDIT_READER_DATABASE_URL,
    ...inherited
  } = process.env;
  return inherited;
}

/** The folder that relative paths on the command line of an npm script mean. */
export const callersFolder = (script: string): string => folderOfCaller(script, process.env);
