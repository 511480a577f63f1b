// Copies the built files of GraphiQL beside the compiled gateway, so that production needs neither it nor React.
import { cpSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const folder = join(
  dirname(fileURLToPath(import.meta.url)),
  "..",
  "..",
  "dist",
  "gateway",
  "explorer",
  "assets",
);
const packageFolder = (name) => dirname(require.resolve(`${name}/package.json`));

mkdirSync(folder, { recursive: true });
for (const file of [
  join(packageFolder("react"), "umd", "react.production.min.js"),
  join(packageFolder("react-dom"), "umd", "react-dom.production.min.js"),
  join(packageFolder("graphiql"), "graphiql.min.js"),
  join(packageFolder("graphiql"), "graphiql.min.css"),
]) {
  cpSync(file, join(folder, basename(file)));
}
