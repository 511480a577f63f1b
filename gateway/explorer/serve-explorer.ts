import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { explorerPage, explorerPolicy, explorerScript } from "./page";

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
  const contents = await Promise.all(
    Object.keys(assets).map((name) =>
      readFile(join(folder, name)).catch(() => {
        throw new Error(`The explorer's file ${name} is missing. Run npm run build.`);
      }),
    ),
  );
  const files = [
    ...Object.entries(assets).map(([name, type], index) => ({
      name,
      type,
      content: contents[index],
    })),
    { name: "explorer.js", type: assets["graphiql.min.js"], content: Buffer.from(explorerScript) },
  ];
  // Their address changes with their content, so that a browser may keep them and never mixes two versions.
  const version = createHash("sha256")
    .update(Buffer.concat([...contents, Buffer.from(explorerScript)]))
    .digest("hex")
    .slice(0, 12);
  const address = `/explorer/${version}`;
  const page = explorerPage(address);
  app.get("/explorer", (_request, reply) =>
    reply
      .type("text/html; charset=utf-8")
      .header("content-security-policy", explorerPolicy)
      .send(page),
  );
  for (const { name, type, content } of files) {
    app.get(`${address}/${name}`, (_request, reply) =>
      reply.type(type).header("cache-control", "public, max-age=31536000, immutable").send(content),
    );
  }
}
