import { localStackShape } from "./env";
import { alignColumns } from "./summary";

/** The text of `--help`: flags, and variables with what they mean. */
export function helpText(): string {
  const variables = Object.entries(localStackShape).map(([name, schema]) => {
    const fallback = schema.safeParse(undefined).data;
    const suffix = fallback === undefined ? "" : ` Default: ${fallback}.`;
    return [`  ${name}`, `${schema.description ?? ""}${suffix}`];
  });
  return [
    "Runs PostgreSQL, the subgraphs and the gateway on this machine.",
    "",
    "npm start [-- --fresh] [-- --no-demo | --scale N] [-- --help]",
    "",
    alignColumns([
      ["  --fresh", "remove the databases of earlier starts and begin anew"],
      ["  --no-demo", "load no synthetic records"],
      ["  --scale N", "load at least N synthetic records an office, for measurement"],
      ["  --help", "show this text"],
      ["", ""],
      ...variables,
    ]),
    "",
  ].join("\n");
}
