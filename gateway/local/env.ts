import { z } from "zod";
import { folderOfCaller, portVariable, readEnvironment } from "../../subgraphs/kit/environment";
import { portVariables, type PartName } from "./programs";

const port = (fallback: number, listener: string) =>
  portVariable(fallback).describe(`Port of ${listener}.`);

/** The variables that the local stack reads itself; all others are passed on to the processes it starts. */
export const localStackShape = {
  GATEWAY_PORT: port(4000, "the gateway"),
  RECRUITMENT_PORT: port(4001, "the recruitment subgraph"),
  DISPATCH_PORT: port(4002, "the dispatch subgraph"),
  FELLOWSHIP_PORT: port(4003, "the fellowship subgraph"),
  COOPERATION_PORT: port(4004, "the cooperation subgraph"),
  ISSUER_PORT: port(4010, "the development issuer of tokens"),
  POSTGRES_PORT: port(54_329, "PostgreSQL"),
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
  const values = readEnvironment(localStackShape, process.env);
  const ports = {
    gateway: values[portVariables.gateway],
    recruitment: values[portVariables.recruitment],
    dispatch: values[portVariables.dispatch],
    fellowship: values[portVariables.fellowship],
    cooperation: values[portVariables.cooperation],
    issuer: values[portVariables.issuer],
    postgres: values[portVariables.postgres],
  };
  return { ports, dataDirectory: values.DATA_DIRECTORY };
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
