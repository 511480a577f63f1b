import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { explorerPage } from "./page";

const assets = {
  "react.production.min.js": "text/javascript; charset=utf-8",
  "react-dom.production.min.js": "text/javascript; charset=utf-8",
  "graphiql.min.js": "text/javascript; charset=utf-8",
  "graphiql.min.css": "text/css; charset=utf-8",
} as const;

/**
 * Serves GraphiQL on `/explorer`, from files beside this one: unlike Apollo Sandbox, it works on a network without
 * access to the internet.
 *
 * @throws Error where the build has not put the files there
 */
export async function serveExplorer(
  app: FastifyInstance,
  folder = join(__dirname, "assets"),
): Promise<void> {
  app.get("/explorer", (_request, reply) =>
    reply.type("text/html; charset=utf-8").send(explorerPage),
  );
  for (const [name, type] of Object.entries(assets)) {
    const content = await readFile(join(folder, name)).catch(() => {
      throw new Error(`The explorer's file ${name} is missing. Run npm run build.`);
    });
    app.get(`/explorer/${name}`, (_request, reply) =>
      reply.type(type).header("cache-control", "public, max-age=86400").send(content),
    );
  }
}
