import type { FastifyRequest } from "fastify";
import type { Site } from "./page";

/** The gateway's own origin where it knows it, else as the request says: what a request calls its host can be anything. */
export function originOf({ protocol, host }: FastifyRequest, { settings }: Site): string {
  return settings.PUBLIC_URL ?? `${protocol}://${host}`;
}
