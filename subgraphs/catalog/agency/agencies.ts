import { join } from "node:path";
import { withoutProblems } from "../../kit/facts/problem";
import { sources } from "../source/sources";
import type { Agency } from "./agency";
import { readAgencies } from "./agency.facts";

/** The agencies this program comes with, by code. */
export const agencies: ReadonlyMap<string, Agency> = withoutProblems((problems) =>
  readAgencies(join(__dirname, "../data"), sources, problems),
);
