import type { FastifyReply } from "fastify";

/** Adds headers of the request on which the answer depends to those that other steps have named, as `Origin`. */
export function addVary(reply: FastifyReply, ...names: readonly string[]): void {
  const before = [reply.getHeader("vary") ?? []].flat().join(", ");
  const said = before === "" ? [] : before.split(/\s*,\s*/);
  void reply.header("vary", [...new Set([...said, ...names])].join(", "));
}
